import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { readBytes } from '../../src/editais/index.js';
import { renderRascunhoDocx, type Rascunho } from '../../src/rascunhos/index.js';
import { fixarZip } from '../../src/rascunhos/docx/fixar-zip.js';
import { zipDe } from '../support/zip.js';

const HOSTIL = '"><w:p>&amp; <script>alert(1)</script> ]]> \u0000\u001b[2J\u202efdp.exe\ud800\uffff fim';
const prova = { documento: `tudo.zip!${HOSTIL}.pdf`, pagina: 12, trecho: `exige 60% da quantidade ${HOSTIL}` };

/** Every block and stretch a draft can have. */
const RASCUNHO: Rascunho = {
  tipo: 'impugnacao', titulo: 'Impugnação ao edital', assunto: `Pregão nº 1/2026, ${HOSTIL}`, dia: '2026-12-01', lacunas: ['telefone'], nomeArquivo: 'impugnacao-1-2026',
  conferencia: [{ tipo: 'titulo', nivel: 1, texto: 'Folha de conferência' }, { tipo: 'lista', marca: 'ponto', itens: [['telefone']] }],
  corpo: [
    { tipo: 'titulo', nivel: 1, texto: 'Impugnação ao edital' },
    { tipo: 'ficha', pares: [['Órgão', [HOSTIL]]] },
    { tipo: 'paragrafo', texto: ['Empresa, telefone ', { lacuna: 'telefone' }, ', vem ', { forte: 'impugnar' }, '.'] },
    { tipo: 'titulo', nivel: 2, texto: 'I. Do direito' },
    { tipo: 'paragrafo', numero: 1, texto: ['Dispõe o edital:'] },
    { tipo: 'citacao', evidencia: prova },
    { tipo: 'paragrafo', numero: 2, texto: ['Requer:'] },
    { tipo: 'lista', marca: 'letra', itens: [['a correção;'], ['a reabertura.']] },
    { tipo: 'tabela', cabecalho: ['Nº', 'Código'], larguras: [30, 70], linhas: [[['1'], [{ codigo: 'atestado_pct_art67' }]], [[], [HOSTIL]]] },
    { tipo: 'assinatura', linhas: [[{ lacuna: 'nome do representante legal' }], ['CNPJ 11.222.333/0001-81']] },
  ],
};

/** Each part of a ZIP, read by another program than the one that wrote it (it checks sizes and CRCs). */
async function partes(zip: Buffer): Promise<ReadonlyMap<string, string>> {
  const aberto = await promisify<Buffer, { lazyEntries: true }, ZipFile>(fromBuffer)(zip, { lazyEntries: true });
  const lidas = new Map<string, string>();
  return new Promise((resolve, reject) => {
    aberto.on('entry', (e: Entry) => {
      aberto.openReadStream(e, (erro, fluxo) => (erro ? reject(erro) : void buffer(fluxo).then((b) => { lidas.set(e.fileName, b.toString('utf8')); aberto.readEntry(); }, reject)));
    });
    aberto.on('end', () => resolve(lidas));
    aberto.on('error', reject);
    aberto.readEntry();
  });
}

describe('the draft in Word', () => {
  it('is read back by our own reader, with every text of it', async () => {
    const docx = await renderRascunhoDocx(RASCUNHO);
    const texto = (await readBytes('docx', docx, { maxPaginas: 50 })).paginas.map((x) => x.texto).join('\n').replace(/\s+/g, ' ');
    for (const t of ['Folha de conferência', 'Impugnação ao edital', 'telefone «telefone», vem impugnar.', 'exige 60% da quantidade', 'a correção;', 'atestado_pct_art67', '«nome do representante legal»', 'CNPJ 11.222.333/0001-81', 'p. 12', '<script>alert(1)</script>']) expect(texto).toContain(t);
  });

  it('is a sound package: headings, numbered paragraphs, table, A4, Portuguese, page numbers, properties', async () => {
    const p = await partes(await renderRascunhoDocx(RASCUNHO));
    const documento = p.get('word/document.xml')!;
    expect(documento).toMatch(/w:pStyle w:val="Heading1"/);
    expect(documento).toMatch(/w:pStyle w:val="Heading2"/);
    expect(documento.match(/<w:numId /g)!.length).toBe(5);
    expect(documento).toContain('<w:tbl>');
    expect(documento).toMatch(/<w:pgSz w:w="119\d\d" w:h="168\d\d"/);
    expect(documento.match(/<w:sectPr/g)).toHaveLength(2);
    expect(p.get('word/styles.xml')).toContain('w:val="pt-BR"');
    expect([...p].find(([nome]) => /^word\/footer\d+\.xml$/.test(nome))?.[1]).toContain('PAGE');
    expect(p.get('docProps/core.xml')).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2026-12-01T00:00:00Z</dcterms:created>');
    expect(p.get('docProps/core.xml')).toContain('<dc:language>pt-BR</dc:language>');
    for (const xml of p.values()) expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\uffff]|<script|&(?!amp;|lt;|gt;|quot;|apos;|#\d+;)/);
  });

  it('is the same bytes for the same draft, and others for another', async () => {
    const [um, outro, diferente] = await Promise.all([renderRascunhoDocx(RASCUNHO), renderRascunhoDocx(structuredClone(RASCUNHO)), renderRascunhoDocx({ ...RASCUNHO, dia: '2026-12-02' })]);
    expect(um.equals(outro)).toBe(true);
    expect(um.equals(diferente)).toBe(false);
  });
});

describe('fixarZip', () => {
  it('takes the moment out and leaves the content', async () => {
    const zip = fixarZip(await zipDe({ 'a.txt': 'um', 'b/c.txt': 'dois' }));
    expect(await partes(zip)).toEqual(new Map([['a.txt', 'um'], ['b/c.txt', 'dois']]));
    expect(zip.readUInt32LE(10)).toBe(0x00210000);
  });

  it('refuses what is no ZIP', () => expect(() => fixarZip(Buffer.from('não é um zip, nem de longe'))).toThrow('not a ZIP'));
});
