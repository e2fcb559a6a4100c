import { describe, expect, it } from '@jest/globals';
import { finishLeitura, readBytes } from '../../../src/editais/leitura/read-documento.js';
import { fluxoPdf, pdfDe, pdfDeObjetos } from '../../support/pdf.js';

const LIMITES = { maxPaginas: 2000 };
const codigoDe = (bytes: Buffer): Promise<unknown> => readBytes('pdf', bytes, LIMITES).then(() => 'lido', (e: { codigo?: string }) => e.codigo ?? e);
const PAGINA = ['EDITAL DE PREGÃO Nº 3/2026', 'Item|Descrição|Valor', '1|Cadeira|R$ 250,00'];

describe('reading a PDF', () => {
  it('gives the text and the cells of each page', async () => {
    const r = await readBytes('pdf', pdfDe([PAGINA, ['Página dois – fim']]), LIMITES);
    expect([r.totalPaginas, r.naoLido]).toEqual([2, []]);
    expect(r.paginas[0]!.texto).toMatch(/^EDITAL DE PREGÃO Nº 3\/2026\n/);
    expect(r.paginas[0]!.linhas[2]!.celulas.map((c) => c.texto)).toEqual(['1', 'Cadeira', 'R$ 250,00']);
    expect(r.paginas[1]!.texto).toBe('Página dois – fim');
  });

  it('lists scanned pages, and not blank ones', async () => {
    const pendente = await readBytes('pdf', pdfDe([PAGINA, null, [], null]), LIMITES);
    expect(pendente.pendentes).toEqual([{ numero: 2, causa: 'sem_camada' }, { numero: 4, causa: 'sem_camada' }]);
    const r = finishLeitura(pendente);
    expect(r.naoLido).toEqual([{ paginas: [2, 4], codigo: 'sem_texto', motivo: expect.stringContaining('camada de texto') }]);
    expect(r.paginas.map((p) => p.origem)).toEqual(['nativo', 'nenhum', 'nativo', 'nenhum']);
  });

  it('reads up to the limit of pages and lists the rest', async () => {
    const r = await readBytes('pdf', pdfDe(Array.from({ length: 30 }, () => PAGINA)), { maxPaginas: 10 });
    expect([r.totalPaginas, r.paginas.length]).toEqual([30, 10]);
    expect(r.naoLido[0]).toMatchObject({ codigo: 'limite_paginas', paginas: Array.from({ length: 20 }, (_, i) => 11 + i) });
  });

  it('reads what is left of a truncated file, or says that it is damaged', async () => {
    const inteiro = pdfDe([PAGINA, PAGINA]);
    expect(await codigoDe(inteiro.subarray(0, 200))).toBe('pdf_corrompido');
    expect(await codigoDe(Buffer.from('%PDF-1.7\n%%EOF'))).toBe('pdf_corrompido');
    expect(await codigoDe(Buffer.alloc(0))).toBe('pdf_corrompido');
    // Without the place of its cross-reference table PDFium rebuilds it.
    const semTabela = await readBytes('pdf', inteiro.subarray(0, inteiro.lastIndexOf('startxref')), LIMITES);
    expect(semTabela.paginas[0]!.texto).toContain('EDITAL DE PREGÃO');
  });

  it('says that a PDF asks for a password', async () => {
    const cifra = '<</Filter/Standard/V 1/R 2/P -44/O<' + '41'.repeat(32) + '>/U<' + '42'.repeat(32) + '>>>';
    const pdf = pdfDeObjetos(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[3 0 R]>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>', cifra], '/Encrypt 4 0 R/ID[<0123456789abcdef0123456789abcdef><0123456789abcdef0123456789abcdef>]');
    expect(await codigoDe(pdf)).toBe('pdf_cifrado');
  });

  it.each([
    ['text turned a quarter', 0, '0 1 -1 0 595 0'],
    ['text turned three quarters', 0, '0 -1 1 0 0 842'],
    ['text upside down', 0, '-1 0 0 -1 595 842'],
    ['a page shown turned, its text with it', 90, '0 1 -1 0 595 0'],
    ['a page shown turned, its text not', 270, '1 0 0 1 0 0'],
  ])('reads along the text: %s', async (_nome, giro, matriz) => {
    const ops = PAGINA.flatMap((linha, i) => linha.split('|').map((c, k) => `q ${matriz} cm BT /F1 9 Tf ${40 + k * 150} ${500 - i * 13} Td (${c}) Tj ET Q`)).join('\n');
    const pdf = pdfDeObjetos([
      '<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate ${giro}/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>`, fluxoPdf(Buffer.from(ops, 'latin1')),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ]);
    const [pagina] = (await readBytes('pdf', pdf, LIMITES)).paginas;
    expect(pagina!.linhas.map((l) => l.celulas.map((c) => c.texto))).toEqual(PAGINA.map((l) => l.split('|')));
    expect(pagina!.texto).toBe(PAGINA.join('\n').replaceAll('|', ' '));
  });

  it('refuses one that would take all the memory, and reads the next', async () => {
    const pagina = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>';
    const bomba = pdfDeObjetos(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[3 0 R]>>', pagina, fluxoPdf(Buffer.alloc(600 * 1024 * 1024, 32))]);
    expect(bomba.length).toBeLessThan(1_000_000);
    expect(await codigoDe(bomba)).toBe('limite_memoria');
    expect(await codigoDe(pdfDe([PAGINA]))).toBe('lido');
  });

  it('lists pages that cannot be loaded and reads the others', async () => {
    const pdf = pdfDe([PAGINA, PAGINA]).toString('latin1').replace('Kids[5 0 R 7 0 R]', 'Kids[5 0 R 99 0 R]');
    const r = await readBytes('pdf', Buffer.from(pdf, 'latin1'), LIMITES);
    expect(r.paginas[0]!.texto).toContain('EDITAL');
    expect(r.naoLido).toMatchObject([{ paginas: [2], codigo: 'pagina_corrompida' }]);
  });
});
