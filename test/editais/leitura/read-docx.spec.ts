import { describe, expect, it } from '@jest/globals';
import { readBytes } from '../../../src/editais/leitura/read-documento.js';
import { docxDe, paragrafo, QUEBRA_PAGINA, tabelaDocx } from '../../support/office.js';
import { zipCru } from '../../support/zip.js';

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
