import { describe, expect, it } from '@jest/globals';
import { createIndiceBusca, montarConjunto, readItens, readLeitura, readListas, searchTrechos, TextoEdital, type DocumentoLido } from '../../../src/editais/index.js';
import { boundTexto } from '../../../src/editais/leitura/bound-texto.js';
import { readTexto } from '../../../src/editais/leitura/read-texto.js';

const MB = 1024 * 1024;
const repeat = (s: string, letras: number): string => s.repeat(Math.ceil(letras / s.length)).slice(0, letras);

/** As the reader gives it: cut into logical pages, within bounds. */
function documentoDe(texto: string): DocumentoLido {
  const paginas = readTexto(Buffer.from(texto));
  const leitura = boundTexto({ totalPaginas: paginas.length, paginas: paginas.slice(0, 2000), naoLido: [] });
  return { nome: 'edital.txt', sha256: 'x', tipo: 'txt', bytes: texto.length, versaoLeitor: '', totalPaginas: leitura.totalPaginas, paginas: leitura.paginas, naoLido: [] };
}

/** Every stage that matches expressions, over one document. */
function understand(documento: DocumentoLido): void {
  const conjunto = montarConjunto([documento], { readItens: (t) => readItens(t.partes, t).itens });
  const { texto } = readLeitura({ ...conjunto, naoLido: [] });
  readListas(texto);
  searchTrechos(createIndiceBusca(texto), 'qual o prazo de entrega do anexo?', { top: 5 });
}

/** A few of each kind of run that expressions look through: small here, so that only worse than linear shows. */
const TEXTOS: readonly [string, string][] = [
  ['letters', 'a'], ['digits', '1'], ['annexes', 'anexo '], ['leaders', '. '], ['nested parentheses', '('], ['empty lines', '\n'], ['spaces', ' '], ['tabs', '\t'], ['letters, each on its line', 'a\n'], ['numbers, each on its line', '1\n'],
  ['clause numbers', '1.1. '], ['money', 'R$ 1.234,56 '], ['dates', '12/12/2026 '], ['dates on end', '12/12/2026'], ['hours', '09:00 '], ['days', '10 (dez) dias úteis '], ['percentages in words', 'dez por cento '], ['words of numbers', 'cento e vinte e cinco '],
  ['agencies', 'PREFEITURA MUNICIPAL DE '], ['notices', 'edital de licitação '], ['corrections', 'onde se lê: leia-se: '], ['titles', '1. DO OBJETO\n'], ['fines', 'multa de 10% sobre o valor '], ['requirements', 'certidão negativa de débitos '], ['blanks', '_'], ['quotes', '"'],
  ['lone surrogates', '\ud800'], ['marks of direction', '\u202e'], ['accents alone', '\u0301'],
];

describe('text made to keep expressions busy', () => {
  it.each(TEXTOS)('%s', (_nome, pedaco) => {
    const documento = documentoDe(`EDITAL 1/2026\n${repeat(pedaco, 12_000)}`);
    const inicio = performance.now();
    understand(documento);
    expect(performance.now() - inicio).toBeLessThan(4000);
  });

  it('a line of 5 MB becomes pages, in a moment', () => {
    const inicio = performance.now();
    const d = documentoDe(repeat('edital de licitação ', 5 * MB));
    expect(d.paginas.length).toBeGreaterThan(100);
    expect(Math.max(...d.paginas.map((p) => p.texto.length))).toBeLessThan(100_000);
    expect(performance.now() - inicio).toBeLessThan(5000);
  });
});

describe('what is read on of a document', () => {
  const pagina = (numero: number, texto: string) => ({ numero, texto, linhas: [], origem: 'nativo' as const });

  it('ends at ten million letters, and says so', () => {
    const paginas = Array.from({ length: 30 }, (_, i) => pagina(i + 1, 'x'.repeat(MB)));
    const lida = boundTexto({ totalPaginas: 30, paginas, naoLido: [], pendentes: [{ numero: 2, causa: 'sem_camada' }, { numero: 30, causa: 'sem_camada' }] });
    expect(lida.paginas).toHaveLength(9);
    expect(lida.pendentes).toEqual([{ numero: 2, causa: 'sem_camada' }]);
    expect(lida.naoLido).toMatchObject([{ codigo: 'limite_paginas', paginas: Array.from({ length: 21 }, (_, i) => i + 10), motivo: expect.stringContaining('10 milhões') }]);
  });

  it('holds no endless white space; what words stand apart stays so', () => {
    const lida = boundTexto({ totalPaginas: 2, paginas: [pagina(1, `a${' '.repeat(5000)}b${'\n '.repeat(5000)}c`), pagina(2, 'd    e\n\nf')], naoLido: [] });
    expect(lida.paginas.map((p) => p.texto)).toEqual([`a${' '.repeat(40)}b\n\nc`, 'd    e\n\nf']);
    expect(new TextoEdital([]).texto).toBe('');
  });
});
