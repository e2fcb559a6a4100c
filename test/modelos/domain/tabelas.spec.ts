import { describe, expect, it } from '@jest/globals';
import { cutToTokens, estimateTokens } from '../../../src/modelos/domain/estimar-tokens.js';
import { readEspera, waitBefore } from '../../../src/modelos/domain/espera.js';
import { CAUSAS, isPassageira, modeloIndisponivel, valeReserva } from '../../../src/modelos/domain/falha.js';
import { MAX_TOKENS_LOTE, MAX_TOKENS_TEXTO, splitLotes, toTextoDeEmbedding } from '../../../src/modelos/domain/lotes.js';
import { costOf, findPreco } from '../../../src/modelos/domain/precos.js';
import { fromBytes, normalize, toBytes } from '../../../src/modelos/domain/vetor.js';

const SEM = { entrada: null, saida: null, embedding: null };

describe('tokens, guessed from above', () => {
  it.each([
    ['', 1], ['a', 1], ['A garantia de execução será de cinco por cento do valor do contrato.', 20], ['12.345.678/0001-90', 11], ['{"a":[1,2]}', 8], ['漢字', 3],
  ])('%j: %d', (texto, tokens) => expect(estimateTokens(texto)).toBe(tokens));

  it('a cut text takes no more than it may, ends at a word, and splits no pair', () => {
    const prosa = 'prazo de entrega '.repeat(5000);
    const cortado = cutToTokens(prosa, 100);
    expect(estimateTokens(cortado)).toBeLessThanOrEqual(100);
    expect(prosa.startsWith(`${cortado} `)).toBe(true);
    expect(cutToTokens('😀'.repeat(10), 4)).toBe('😀');
    expect(cutToTokens('curto', 100)).toBe('curto');
  });
});

describe('batches of texts', () => {
  it('are bounded in texts and in tokens, and keep the order', () => {
    const texto = toTextoDeEmbedding('palavra '.repeat(20_000));
    expect(estimateTokens(texto)).toBeLessThanOrEqual(MAX_TOKENS_TEXTO);
    const itens = Array.from({ length: 70 }, (_, i) => ({ i, texto }));
    const lotes = splitLotes(itens, 512);
    expect(lotes.flat()).toEqual(itens);
    for (const lote of lotes) expect(lote.reduce((soma, { texto: t }) => soma + estimateTokens(t), 0)).toBeLessThanOrEqual(MAX_TOKENS_LOTE);
    expect(splitLotes(itens.slice(0, 5), 2).map((l) => l.length)).toEqual([2, 2, 1]);
    expect(splitLotes([], 2)).toEqual([]);
    expect(toTextoDeEmbedding(' \n')).toBe(' ');
  });
});

describe('what a call costs', () => {
  it.each([
    ['gpt-5-mini', 'chat', SEM, '0.00225'], ['gpt-4o-2024-08-06', 'chat', SEM, '0.0125'], ['text-embedding-3-small', 'embedding', SEM, '0.00002'],
    ['local', 'chat', SEM, null], ['local', 'chat', { ...SEM, entrada: '1', saida: '2' }, '0.003'], ['local', 'chat', { ...SEM, entrada: '1' }, null], ['gpt-5-mini', 'chat', { ...SEM, saida: '4' }, '0.00425'],
    ['local', 'embedding', { ...SEM, embedding: '0.5' }, '0.0005'], ['local', 'embedding', SEM, null],
  ] as const)('%s (%s): %j', (modelo, tipo, precos, custo) => expect(costOf(findPreco(modelo, tipo, precos), 1000, 1000)).toBe(custo));
});

describe('how long to wait', () => {
  const AGORA = Date.parse('2026-03-02T12:00:00Z');
  it.each([
    [{ 'retry-after-ms': '1500', 'retry-after': '9' }, 1500], [{ 'retry-after': '2' }, 2000], [{ 'retry-after': '0.5' }, 500], [{ 'retry-after': 'Mon, 02 Mar 2026 12:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Mon, 02 Mar 2026 11:00:00 GMT' }, 0], [{ 'retry-after': 'amanhã' }, null], [{ 'retry-after-ms': '-1', 'retry-after': '' }, null], [{}, null],
  ])('%j: %j', (cabecalhos, ms) => expect(readEspera(cabecalhos, AGORA)).toBe(ms));

  it('is what was asked, and a little; else by chance below a ceiling that doubles', () => {
    expect(waitBefore(1, 2000, 500, 30_000, 0)).toBe(2000);
    expect(waitBefore(1, 2000, 500, 30_000, 0.999)).toBeLessThan(2250);
    expect([1, 2, 3, 10].map((n) => waitBefore(n, null, 500, 30_000, 0.5))).toEqual([250, 500, 1000, 15_000]);
  });
});

describe('failures', () => {
  it('are tried again, or passed to the fallback, or neither', () => {
    expect(CAUSAS.filter((causa) => isPassageira({ causa }))).toEqual(['limite', 'erro_servidor', 'tempo_esgotado', 'rede', 'resposta_invalida', 'resposta_cortada']);
    expect(CAUSAS.filter((causa) => !valeReserva({ causa }))).toEqual(['chave_recusada', 'sem_credito', 'fila_cheia']);
    for (const causa of CAUSAS) expect(modeloIndisponivel(causa, 1200)).toMatchObject({ tipo: 'indisponivel', codigo: 'modelo_indisponivel', detalhes: { causa, tentarEmS: 2 } });
  });
});

describe('vectors', () => {
  it('have length 1 and survive as bytes', () => {
    const v = normalize([3, 4])!;
    expect([...v]).toEqual([Math.fround(0.6), Math.fround(0.8)]);
    expect(fromBytes(toBytes(v))).toEqual(v);
    expect(toBytes(new Float32Array([1])).toString('hex')).toBe('0000803f');
  });
  it.each([[[]], [[0, 0]], [[Number.NaN, 1]], [[Infinity, 1]]])('%j is none', (numeros) => expect(normalize(numeros)).toBeNull());
});
