import { describe, expect, it } from '@jest/globals';
import { readBytes } from '../../../src/editais/leitura/read-documento.js';
import { docxDe, paragrafo, QUEBRA_PAGINA, tabelaDocx } from '../../support/office.js';
import { zipCru, zipDe } from '../../support/zip.js';

const LIMITES = { maxPaginas: 2000 };
const paginasDe = async (corpo: string, partes = {}): Promise<string[]> => (await readBytes('docx', await docxDe(corpo, partes), LIMITES)).paginas.map((p) => p.texto);

describe('reading a DOCX', () => {
  it('sets paragraphs apart and gives table rows a line each, cells apart', async () => {
    const corpo = paragrafo('EDITAL Nº 7/2026') + tabelaDocx([['Item', 'Descrição', 'Valor'], ['1', 'Mesa &amp; cadeira', 'R$ 10,00']]) + paragrafo('1. Do objeto');
    expect(await paginasDe(corpo)).toEqual(['EDITAL Nº 7/2026\nItem\tDescrição\tValor\n1\tMesa & cadeira\tR$ 10,00\n\n1. Do objeto']);
  });

  it('keeps the columns of rows under merged cells', async () => {
    const dupla = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragrafo('Lote 1');
    const segue = '<w:tcPr><w:vMerge/></w:tcPr>' + paragrafo('');
    const larga = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragrafo('Dois');
    const r = await readBytes('docx', await docxDe(tabelaDocx([[dupla, 'a', 'b'], [segue, 'c', 'd'], [larga, 'e']])), LIMITES);
    expect(r.paginas[0]!.linhas.map((l) => l.celulas.map((c) => [c.texto, c.x0]))).toEqual([
      [['Lote 1', 0], ['a', 100], ['b', 200]], [['c', 100], ['d', 200]], [['Dois', 0], ['e', 200]],
    ]);
  });

  it('reads a table used as page layout as paragraphs, with the table inside it', async () => {
    const corpo = tabelaDocx([[paragrafo('Título') + tabelaDocx([['1', 'Mesa'], ['2', 'Cadeira']])]]);
    expect(await paginasDe(corpo)).toEqual(['Título\n1\tMesa\n2\tCadeira']);
  });

  it('cuts pages at page breaks and at about 3,000 characters', async () => {
    const longo = paragrafo(`${'palavra '.repeat(100)}.`).repeat(8);
    const paginas = await paginasDe(paragrafo('Capa') + QUEBRA_PAGINA + longo);
    expect(paginas[0]).toBe('Capa');
    expect(paginas.slice(1).map((p) => Math.round(p.length / 1000))).toEqual([3, 3]);
  });

  it('leaves out struck-through text, keeps tick boxes, and reads page headers once', async () => {
    const corpo = paragrafo('às 9h', '<w:rPr><w:strike/></w:rPr>') + paragrafo('às 10h');
    const cabecalho = paragrafo('MUNICÍPIO DE PEDRA LISA');
    expect(await paginasDe(corpo, { 'word/header1.xml': cabecalho, 'word/header2.xml': cabecalho })).toEqual(['MUNICÍPIO DE PEDRA LISA\n\nàs 10h']);
  });

  describe('with the numbers Word generates', () => {
    const nivel = (i: number, fmt: string, texto: string, extra = ''): string => `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${fmt}"/>${extra}<w:lvlText w:val="${texto}"/></w:lvl>`;
    const NUMERACAO = Buffer.from(
      `<w:numbering><w:abstractNum w:abstractNumId="7">${nivel(0, 'decimal', '%1.')}${nivel(1, 'decimal', '%1.%2.')}${nivel(2, 'lowerLetter', '%3)')}${nivel(3, 'upperRoman', '%1.%4')}</w:abstractNum>` +
        `<w:abstractNum w:abstractNumId="8">${nivel(0, 'bullet', '\uf0b7')}</w:abstractNum><w:abstractNum w:abstractNumId="9">${nivel(0, 'decimal', 'Cláusula %1ª', '<w:pStyle w:val="Clausula"/>')}</w:abstractNum>` +
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>' +
        '<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num></w:numbering>',
    );
    const ESTILOS = Buffer.from('<w:styles><w:style w:type="paragraph" w:styleId="Clausula"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Filha"><w:basedOn w:val="Clausula"/></w:style></w:styles>');
    const p = (texto: string, numId: number, ilvl: number): string => `<w:p><w:pPr><w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr></w:pPr><w:r><w:t>${texto}</w:t></w:r></w:p>`;
    const com = (estilo: string, texto: string): string => `<w:p><w:pPr><w:pStyle w:val="${estilo}"/></w:pPr><w:r><w:t>${texto}</w:t></w:r></w:p>`;
    const linhasDe = async (corpo: string): Promise<string[]> => (await paginasDe(corpo, { 'word/numbering.xml': NUMERACAO, 'word/styles.xml': ESTILOS })).join('\n').split(/\n+/);

    it('at every level, afresh below a higher one', async () => {
      const corpo = [p('Objeto', 1, 0), p('O quê', 1, 1), p('Isto', 1, 2), p('Aquilo', 1, 2), p('Onde', 1, 1), p('Aqui', 1, 2), p('Preço', 1, 0), p('Quanto', 1, 1), p('Fundo', 1, 3)].join('');
      expect(await linhasDe(corpo)).toEqual(['1. Objeto', '1.1. O quê', 'a) Isto', 'b) Aquilo', '1.2. Onde', 'a) Aqui', '2. Preço', '2.1. Quanto', '2.I Fundo']);
    });
    it('starting where the list is told to, going on where another stopped', async () => {
      expect(await linhasDe(p('Um', 1, 0) + p('Cinco', 2, 0) + paragrafo('no meio') + p('Seis', 1, 0) + p('Seis um', 1, 1))).toEqual(['1. Um', '5. Cinco', 'no meio', '6. Seis', '6.1. Seis um']);
    });
    it('by style, by an inherited one, turned off, as bullets, never on empty paragraphs', async () => {
      const corpo = com('Clausula', 'Do objeto') + com('Filha', 'Do preço') + `<w:p><w:pPr><w:pStyle w:val="Clausula"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>sem</w:t></w:r></w:p>` + p('marca', 3, 0) + tabelaDocx([[p('na célula', 1, 0), 'x']]);
      expect(await linhasDe(corpo)).toEqual(['Cláusula 1ª Do objeto', 'Cláusula 2ª Do preço', 'sem', '• marca', '1. na célula\tx']);
    });
  });

  it('reads tracked changes as accepted, hidden text and fallbacks not at all', async () => {
    const corpo =
      '<w:p><w:r><w:t>prazo de </w:t></w:r><w:del><w:r><w:delText>5</w:delText><w:t>5</w:t></w:r></w:del><w:ins><w:r><w:t>10</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> dias</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>oculto</w:t></w:r></w:p>' +
      '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del><w:r><w:t>apagado</w:t></w:r></w:del></w:p><w:moveFrom><w:p><w:r><w:t>movido</w:t></w:r></w:p></w:moveFrom>' +
      '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>caixa de texto</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>caixa de texto</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>fim</w:t></w:r></w:p>';
    expect(await paginasDe(corpo)).toEqual(['prazo de 10 dias\n\ncaixa de texto\n\nfim']);
  });

  it('reads boxes: symbols, content controls, form fields', async () => {
    const sym = (char: string): string => `<w:r><w:sym w:font="Wingdings" w:char="${char}"/></w:r>`;
    const corpo =
      `<w:p>${sym('F0FE')}<w:r><w:t xml:space="preserve"> SIM </w:t></w:r>${sym('F0A8')}<w:r><w:t> NÃO</w:t></w:r></w:p>` +
      '<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space="preserve"> menor preço</w:t></w:r></w:p>' +
      '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:t> aberto</w:t></w:r></w:p>' +
      '<w:p><w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0a8</w:t></w:r><w:r><w:t xml:space="preserve"> fechado</w:t></w:r></w:p>';
    expect((await paginasDe(corpo))[0]!.split('\n\n')).toEqual(['☒ SIM ☐ NÃO', '☒ menor preço', '(X) aberto', '☐ fechado']);
  });

  it('reads footnotes after their paragraph, and breaks pages before paragraphs that ask for it', async () => {
    const notas = Buffer.from('<w:footnotes><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>traço</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>nota de rodapé</w:t></w:r></w:p></w:footnote></w:footnotes>');
    const corpo = '<w:p><w:r><w:t>texto</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>outra</w:t></w:r></w:p>';
    expect(await paginasDe(corpo, { 'word/footnotes.xml': notas })).toEqual(['texto\n\nnota de rodapé', 'outra']);
  });

  it('reads documents of another format that lie in it whole', async () => {
    const rels = Buffer.from('<Relationships><Relationship Id="r1" Target="/word/afchunk.mht"/><Relationship Id="r2" Target="a.rtf"/></Relationships>');
    const mht = Buffer.from('MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>EDITAL</p><table><tr><td>1</td><td>Mesa</td></tr></table>');
    const corpo = '<w:altChunk r:id="r1"/><w:altChunk r:id="r2"/><w:altChunk r:id="r9"/>';
    expect(await paginasDe(corpo, { 'word/_rels/document.xml.rels': rels, 'word/afchunk.mht': mht, 'word/a.rtf': Buffer.from('{\\rtf1 anexo}') })).toEqual(['EDITAL\n1\tMesa', 'anexo']);
  });

  it('reads a namespace of another name', async () => {
    const bytes = await zipDe({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<ns0:document xmlns:ns0="x"><ns0:body><ns0:p><ns0:r><ns0:t>texto</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>' });
    expect((await readBytes('docx', bytes, LIMITES)).paginas.map((p) => p.texto)).toEqual(['texto']);
  });

  it('refuses a bomb, a damaged file and one without text, each by its code', async () => {
    const bomba = await docxDe(paragrafo('x'), { 'word/footnotes.xml': Buffer.alloc(60 * 1024 * 1024, 32) });
    const bom = await docxDe(paragrafo('x'));
    const semDocumento = zipCru([{ nome: '[Content_Types].xml', conteudo: Buffer.from('<Types/>') }, { nome: 'word/document.xml', conteudo: Buffer.from('<w:document') }]);
    const casos: [Buffer, string][] = [[bomba, 'arquivo_grande'], [bom.subarray(0, bom.length - 40), 'arquivo_corrompido'], [semDocumento, 'arquivo_corrompido'], [await docxDe(''), 'sem_texto']];
    for (const [bytes, codigo] of casos) await expect(readBytes('docx', bytes, LIMITES)).rejects.toMatchObject({ codigo });
  });

  it('never inflates pictures and embedded files', async () => {
    const pesada = Buffer.alloc(60 * 1024 * 1024, 32);
    expect(await paginasDe(paragrafo('Edital'), { 'word/media/image1.emf': pesada, 'word/embeddings/x.bin': pesada })).toEqual(['Edital']);
  });
});
