import { describe, expect, it } from '@jest/globals';
import { MIME_DOCX, parsePontos, pickForma } from '../../src/rascunhos/formas.js';

const codigoDe = (tenta: () => unknown): unknown => {
  try {
    return tenta();
  } catch (erro) {
    return (erro as { codigo: string }).codigo;
  }
};

describe('the form of a draft', () => {
  it.each([
    [undefined, undefined, 'md'], ['', undefined, 'md'], ['*/*', undefined, 'md'], ['text/markdown', undefined, 'md'], [MIME_DOCX, undefined, 'docx'],
    [`text/markdown;q=0.5, ${MIME_DOCX}`, undefined, 'docx'], [`${MIME_DOCX};q=0, text/*`, undefined, 'md'], ['application/json', 'DOCX', 'docx'],
    ['application/pdf', undefined, 'nao_aceitavel'], [undefined, 'pdf', 'formato_invalido'],
  ])('%s, formato %s → %s', (accept, formato, esperado) => expect(codigoDe(() => pickForma(accept, formato))).toBe(esperado));
});

describe('the points asked for', () => {
  it.each<[string | undefined, unknown]>([
    [undefined, null], ['a_b, fato.x,a_b', ['a_b', 'fato.x']], ['', 'pontos_invalidos'], [',,', 'pontos_invalidos'], ['A B', 'pontos_invalidos'], ['<x>', 'pontos_invalidos'],
    [Array.from({ length: 61 }, (_, i) => `p.${i}`).join(','), 'pontos_invalidos'],
  ])('%s → %j', (texto, esperado) => expect(codigoDe(() => parsePontos(texto))).toEqual(esperado));
});
