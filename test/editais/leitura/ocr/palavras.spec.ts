import { describe, expect, it } from '@jest/globals';
import { normalizeLinha } from '../../../../src/editais/leitura/ocr/normalize-ocr.js';
import { buildPagina } from '../../../../src/editais/leitura/ocr/build-pagina.js';
import { readUpright } from '../../../../src/editais/leitura/ocr/orientacao.js';
import { measure, parseTsv, type LinhaOcr } from '../../../../src/editais/leitura/ocr/palavra.js';
import { chooseDpi } from '../../../../src/editais/leitura/ocr/render-pagina.js';
import type { Giro } from '../../../../src/editais/leitura/ocr/tesseract.js';

const linhaDe = (texto: string): LinhaOcr => texto.split(' ').map((t, i) => ({ texto: t, confianca: 0.9, x0: i * 100, x1: i * 100 + 80, topo: 10, base: 30 }));
/** A row of TSV: line, left, confidence, text. */
const tsvDe = (...palavras: readonly (readonly [number, number, number, string])[]): string =>
  ['1\t1\t0\t0\t0\t0\t0\t0\t1000\t1000\t-1\t', ...palavras.map(([linha, x, c, t], i) => `5\t1\t1\t1\t${linha}\t${i}\t${x}\t${100 * linha}\t50\t20\t${c}\t${t}`)].join('\n');

describe('what OCR does to numbers', () => {
  it.each([
    ['valor de R5 1.234,56', 'valor de R$ 1.234,56'],
    ['valor de RS 1.234,56', 'valor de R$ 1.234,56'],
    ['(R5 12,00)', '(R$ 12,00)'],
    ['total R$1.234,56 RS99,90', 'total R$1.234,56 R$ 99,90'],
    ['Porto Alegre RS 90.010 e RS 2026', 'Porto Alegre RS 90.010 e RS 2026'],
    ['em 2O26 e l5/l2/2026', 'em 2026 e 15/12/2026'],
    ['Lei l4.133/2O21,', 'Lei 14.133/2021,'],
    ['às 1O:3O', 'às 10:30'],
    ['pregão n* 17/2026 e N" 3', 'pregão nº 17/2026 e Nº 3'],
    ['o ILO da OIT e LOTE 1', 'o ILO da OIT e LOTE 1'],
    ['Ol Il O1 l', 'Ol Il O1 l'],
    ['nº 5 e n° 6', 'nº 5 e n° 6'],
    ['item 1.l.2 da 1ª', 'item 1.1.2 da 1ª'],
  ])('%s', (lido, esperado) => {
    expect(normalizeLinha(linhaDe(lido)).map((p) => p.texto).join(' ')).toBe(esperado);
  });
});

describe('recognised words', () => {
  it('come from the TSV by line, dirt and table lines left out', () => {
    const linhas = parseTsv(tsvDe([1, 0, 96, 'Item'], [1, 60, 95, '|'], [1, 120, 90, 'Valor'], [2, 0, 30, '—'], [2, 60, 92, '–'], [2, 120, 40, 'a']), 0);
    expect(linhas.map((l) => l.map((p) => p.texto))).toEqual([['Item', 'Valor'], ['–', 'a']]);
    expect(linhas[0]![1]).toEqual({ texto: 'Valor', confianca: 0.9, x0: 120, x1: 170, topo: 100, base: 120 });
  });

  it('are cut where the line of a table was read into them', () => {
    const linhas = parseTsv(tsvDe([1, 0, 90, 'Recurso|na'], [1, 200, 90, '|CPF'], [1, 300, 90, '2|3'], [1, 400, 90, 'fim|']), 0);
    expect(linhas[0]!.map((p) => p.texto)).toEqual(['Recurso', 'na', 'CPF', '2|3', 'fim']);
    expect(linhas[0]![1]!.x0 - linhas[0]![0]!.x1).toBeGreaterThanOrEqual(20);
  });

  it('are measured by their letters', () => {
    expect(measure(parseTsv(tsvDe([1, 0, 100, 'abcdefgh'], [1, 90, 50, 'ab']), 0))).toEqual({ letras: 10, confianca: 0.9 });
    expect(measure([])).toEqual({ letras: 0, confianca: 0 });
  });

  it('are made level on a page scanned askew, so that a row stays one row', () => {
    const queda = 0.02;
    const palavras = [0, 400, 800].map((x) => `5\t1\t1\t1\t${x}\t1\t${x}\t${100 + x * queda}\t50\t20\t95\tw${x}`).join('\n');
    const pagina = buildPagina(3, parseTsv(palavras, queda), 0.5, 1000);
    expect(pagina).toMatchObject({ numero: 3, origem: 'ocr', confiancaOcr: 0.95 });
    expect(pagina.linhas.map((l) => l.celulas.map((c) => c.texto))).toEqual([['w0', 'w400', 'w800']]);
  });
});

describe('orientation', () => {
  const BOM = tsvDe(...Array.from({ length: 20 }, (_, i) => [i, 0, 95, 'palavra'] as const));
  const RUIM = tsvDe(...Array.from({ length: 20 }, (_, i) => [i, 0, 30, 'jq|xw'] as const));
  const asked = (de: Giro, vazia = RUIM) => {
    const pedidos: string[] = [];
    const { giro, linhas } = readUpright((g, rapido) => {
      pedidos.push(`${g}${rapido ? 'r' : ''}`);
      return { tsv: g === de ? BOM : vazia, inclinacao: 0 };
    });
    return { pedidos, giro, letras: measure(linhas).letras };
  };

  it('looks once at a page that reads well', () => {
    expect(asked(0)).toEqual({ pedidos: ['0'], giro: 0, letras: 140 });
  });

  it.each<[Giro]>([[1], [2], [3]])('finds the turn that reads best (%i)', (giro) => {
    expect(asked(giro)).toEqual({ pedidos: ['0', '1r', '3r', '2r', String(giro)], giro, letras: 140 });
  });

  it('leaves a page as it is when no turn reads better', () => {
    expect(readUpright(() => ({ tsv: RUIM, inclinacao: 0 }))).toMatchObject({ giro: 0 });
  });
});

describe('the size a page is drawn', () => {
  it.each([
    ['A4', 595, 842, 200],
    ['a plan on A0', 2384, 3370, 12_000_000],
    ['a page as large as PDF allows', 14_400, 14_400, 12_000_000],
    ['a strip', 20, 14_400, 12_000 * 20 * 12_000],
    ['a stamp', 40, 60, 1_000_000],
  ])('%s', (nome, w, h, limite) => {
    const dpi = chooseDpi(w, h, 200);
    const pixels = ((w * h) / (72 * 72)) * dpi * dpi;
    expect(pixels).toBeLessThanOrEqual(12_000_001);
    expect((Math.max(w, h) * dpi) / 72).toBeLessThanOrEqual(12_000.001);
    if (nome === 'A4') expect(dpi).toBeCloseTo(limite, 5);
    if (nome === 'a stamp') expect(pixels).toBeCloseTo(limite, 0);
  });
});
