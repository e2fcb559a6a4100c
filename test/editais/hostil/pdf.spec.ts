import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openConjunto, readLeitura, readListas, type Leitor } from '../../../src/editais/index.js';
import { readDocumento } from '../../../src/editais/leitura/read-documento.js';
import { openPdfium } from '../../../src/editais/leitura/pdfium.js';
import { readPdfPages } from '../../../src/editais/leitura/read-pdf-pages.js';
import { renderPagina } from '../../../src/editais/leitura/ocr/render-pagina.js';
import { reunir } from '../../../src/editais/reunir/reunir.js';
import { docxCru, NS_W, RISADAS } from '../../support/hostil/documentos.js';
import { odtDe } from '../../support/hostil/sementes.js';
import { PDFS_HOSTIS, pdfComImagemBomba, pdfEnorme, pdfVazio, pdfVivo } from '../../support/hostil/pdfs.js';
import { xlsxDe } from '../../support/office.js';

const leitor: Leitor = { read: (arquivo) => readDocumento(arquivo, { maxPaginas: 2000 }), close: async () => undefined };
const open = (bytes: Buffer) => openConjunto([{ nome: 'edital', bytes }], { leitor });
const textoDe = async (bytes: Buffer): Promise<string> => (await open(bytes)).documentos.map((d) => d.documento.paginas.map((p) => p.texto).join('\f')).join('\f');

describe('page trees that lie', () => {
  it.each([['kidsEmCiclo', 1], ['countAbsurdo', 1], ['countNegativo', 1], ['mesmaPagina', 2000], ['arvoreFunda', 1]])('%s: read, %i pages at most', async (nome, maximo) => {
    const inicio = performance.now();
    const { paginas, totalPaginas } = await readPdfPages(PDFS_HOSTIS[nome]!(), 2000).catch((e: { codigo: string }) => ({ paginas: [], totalPaginas: 0, codigo: e.codigo }));
    expect(paginas.length).toBeLessThanOrEqual(Math.max(maximo, 9));
    expect(totalPaginas).toBeLessThan(1_000_000);
    expect(performance.now() - inicio).toBeLessThan(10_000);
  });

  it('50,000 pages: the first are read, the others told in a short list', async () => {
    const d = await readDocumento({ nome: 'a.pdf', bytes: pdfVazio(50_000), tipo: 'pdf', sha256: 'x' }, { maxPaginas: 200 });
    expect([d.totalPaginas, d.paginas.length]).toEqual([50_000, 200]);
    const limite = d.naoLido.find((n) => n.codigo === 'limite_paginas')!;
    expect(limite.motivo).toContain('50000');
    expect(limite.paginas!.length).toBeLessThanOrEqual(10_000);
  });

  it('thousands of pages with nothing between two of text are understood at once', async () => {
    const vazia = (numero: number) => ({ numero, texto: '', linhas: [], origem: 'nativo' as const });
    const paginas = [{ ...vazia(1), texto: 'EDITAL DE PREGÃO Nº 9/2026' }, ...Array.from({ length: 1998 }, (_, i) => vazia(i + 2)), { ...vazia(2000), texto: 'Objeto: aquisição de cadeiras escolares.' }];
    const conjunto = await openConjunto([{ nome: 'a.txt', bytes: Buffer.from('linha um\nlinha dois') }], { leitor: { ...leitor, read: async (a) => ({ nome: a.nome, sha256: a.sha256, tipo: 'pdf', bytes: 9, totalPaginas: 2000, paginas, naoLido: [], versaoLeitor: '' }) } });
    const inicio = performance.now();
    const { fatos, texto } = readLeitura(conjunto);
    expect(performance.now() - inicio).toBeLessThan(3000);
    expect(texto.paginaEm(texto.texto.indexOf('Objeto')).pagina).toBe(2000);
    expect(fatos.numero_edital.valor).toBe('9/2026');
  });

  it('a document without a page has no annexes, and nothing breaks', async () => {
    const conjunto = await open(PDFS_HOSTIS['kidsEmCicloDeDois']!()).catch((e: { codigo: string }) => e);
    if ('codigo' in conjunto) return void expect(conjunto.codigo).toMatch(/^(?:pdf_corrompido|sem_texto)$/);
    expect(readListas(readLeitura(conjunto).texto)).toMatchObject({ anexos: [], exigencias: [] });
  });
});

describe('boxes and images without measure', () => {
  it.each([['1e7 points', pdfEnorme(1e7, 1e7)], ['a strip', pdfEnorme(1e7, 1)], ['UserUnit', pdfEnorme(14_400, 14_400, '/UserUnit 75000')], ['not a number', pdfEnorme('9'.repeat(44), '9'.repeat(44))]])('%s: drawn within bounds, or not at all', async (_nome, bytes) => {
    const pdf = await openPdfium(bytes);
    try {
      const imagem = renderPagina(pdf, 0, 300);
      if (imagem) expect(imagem.largura * imagem.altura).toBeLessThanOrEqual(13_000_000);
      expect(pdf.raw.HEAPU8.length).toBeLessThan(512 * 1024 * 1024);
    } finally {
      pdf.close();
    }
  });

  it('an image that inflates to gigabytes is not inflated to be read as text', async () => {
    const { pendentes, paginas } = await readPdfPages(pdfComImagemBomba(30_000), 10);
    expect([paginas.length, pendentes.length]).toEqual([1, 1]);
  });
});

describe('what a file asks to be run, opened or fetched', () => {
  let servidor: Server;
  let url = '';
  const pedidos: string[] = [];
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-inerte-'));
  beforeAll(async () => {
    servidor = createServer((req, res) => {
      pedidos.push(req.url ?? '');
      res.end('<!ENTITY x "roubado">');
    });
    servidor.on('connection', () => pedidos.push('conexão'));
    await new Promise<void>((r) => servidor.listen(0, '127.0.0.1', r));
    url = `http://127.0.0.1:${(servidor.address() as AddressInfo).port}/`;
  });
  afterAll(async () => {
    await new Promise((r) => servidor.close(r));
    rmSync(pasta, { recursive: true });
  });

  const DOCUMENTOS: readonly (readonly [string, () => Buffer | Promise<Buffer>])[] = [
    ['PDF: scripts, Launch, URI, GoToR, SubmitForm, ImportData, XFA, an attached program, an image elsewhere', () => pdfVivo(url)],
    ['DOCX: entities, DTD and template elsewhere', () => docxCru(`<?xml version="1.0"?><!DOCTYPE x SYSTEM "${url}x.dtd" [<!ENTITY e SYSTEM "${url}e"><!ENTITY f SYSTEM "file:///etc/passwd">]><w:document ${NS_W}><w:body><w:p><w:r><w:t>Edital de pregao &e;&f;</w:t></w:r></w:p><w:altChunk r:id="rId2"/></w:body></w:document>`, {
      'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="${url}chunk" TargetMode="External"/></Relationships>`,
      'word/_rels/settings.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${url}modelo.dotm" TargetMode="External"/></Relationships>`,
    })],
    ['ODT: entities and pictures elsewhere', () => odtDe(`<text:p>Edital de pregao &e;<draw:image xmlns:draw="d" xmlns:xlink="x" xlink:href="${url}i"/></text:p>`, `<!DOCTYPE x [<!ENTITY e SYSTEM "${url}e">]>`)],
    ['XLSX: formulas that fetch', () => xlsxDe({ Edital: `<row r="1"><c r="A1" t="str"><f>WEBSERVICE("${url}f")</f><v>Edital de pregao</v></c><c r="B1"><f>1+1</f><v>7</v></c></row>` })],
    ['HTML: pictures, frames, styles, scripts, redirection', () => Buffer.from(`<!DOCTYPE html><html><head><base href="${url}"><meta http-equiv="refresh" content="0;url=${url}m"><link rel="stylesheet" href="${url}c"><script src="${url}s"></script></head><body><p>Edital de pregao</p><img src="${url}i"><iframe src="${url}q"></iframe><object data="${url}o"></object></body></html>`)],
    ['RTF: fields and templates', () => Buffer.from(`{\\rtf1 {\\*\\template ${url}t}Edital de pregao {\\field{\\*\\fldinst INCLUDEPICTURE "${url}p"}{\\fldrslt x}}}`)],
    ['MHT: parts elsewhere', () => Buffer.from(`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: ${url}l\r\n\r\n<html><body>Edital de pregao<img src="${url}i"></body></html>\r\n--b--\r\n`)],
  ];

  it.each(DOCUMENTOS)('%s: nothing is; the text is read', async (_nome, make) => {
    const antes = process.cwd();
    process.chdir(pasta);
    try {
      const conjunto = await open(await make());
      const texto = conjunto.documentos.map((d) => d.documento.paginas.map((p) => p.texto).join(' ')).join(' ');
      expect(texto).toContain('Edital de pregao');
      expect(texto).not.toMatch(/roubado|root:/);
      readLeitura(conjunto);
      await new Promise((r) => setImmediate(r));
      expect([pedidos, readdirSync(pasta), existsSync('/tmp/virus.exe')]).toEqual([[], [], false]);
    } finally {
      process.chdir(antes);
    }
  });

  it('a program attached to a PDF is not taken for a document', async () => {
    expect((await reunir([{ nome: 'a.pdf', bytes: pdfVivo(url) }])).arquivos.map((a) => a.nome)).toEqual(['a.pdf']);
  });

  it('formulas are not computed: what was stored is read', async () => {
    expect(await textoDe(await xlsxDe({ A: '<row r="1"><c r="A1"><f>1+1</f><v>7</v></c><c r="B1"><v>8</v></c></row>' }))).toMatch(/7\s+8/);
  });

  it('entities of the document’s own are never expanded', async () => {
    const texto = await textoDe(await docxCru(`<?xml version="1.0"?>${RISADAS}<w:document ${NS_W}><w:body><w:p><w:r><w:t>Edital &l9;</w:t></w:r></w:p></w:body></w:document>`));
    expect(texto.length).toBeLessThan(100);
    expect(texto).not.toContain('haha');
  });
});
