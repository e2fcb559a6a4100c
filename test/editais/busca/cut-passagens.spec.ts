import { describe, expect, it } from '@jest/globals';
import { chooseClausulas, cutPassagens } from '../../../src/editais/busca/cut-passagens.js';
import { createIndiceBusca } from '../../../src/editais/busca/indice.js';
import { textoDe } from '../../support/texto-edital.js';

const frase = (n: number): string => `${n}.1. A entrega número ${n} do mobiliário escolar será feita na sede da escola, conferida por servidor designado e aceita em dez dias, com recibo assinado em duas vias.`;
const paginas = ['1. DO OBJETO\n1.1. Mesas e cadeiras para a escola da vila.', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(frase).join('\n')];

describe('cutPassagens', () => {
  const indice = createIndiceBusca(textoDe(paginas));
  const passagens = cutPassagens(indice);
  const lugares = passagens.map((p) => p.id.split('-').map(Number) as [number, number]);

  it('puts every clause in one passage, in order', () => {
    expect(lugares.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => a + i))).toEqual(indice.clausulas.map((_, i) => i));
  });

  it('never crosses a page, nor grows without end', () => {
    for (const [a, b] of lugares) expect(indice.clausulas[a]!.pagina).toBe(indice.clausulas[b]!.pagina);
    expect(Math.max(...passagens.map((p) => p.texto.length))).toBeLessThan(1400);
    expect(passagens.length).toBeLessThan(indice.clausulas.length);
  });

  it('starts with the headings the clauses stand under', () => {
    expect(passagens[0]!.texto).toContain('DO OBJETO');
  });
});

describe('chooseClausulas', () => {
  it('gives of each passage the clause the words like best, its first when they like none', () => {
    expect(chooseClausulas([{ id: 4, nota: 2 }, { id: 5, nota: 7 }], ['3-6', '0-2'])).toEqual([5, 0]);
  });

  it('ignores names that are no passage', () => {
    expect(chooseClausulas([], ['7-3', 'x', '', '-2-1', '0-99999'])).toEqual([]);
  });
});
