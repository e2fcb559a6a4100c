import { describe, expect, it } from '@jest/globals';
import { findAchados, isCondicional, isModeloEmBranco } from '../../../src/editais/extracao/achados.js';
import { textoDe } from '../../support/texto-edital.js';

describe('isCondicional', () => {
  it.each([
    ['Torna-se público que o município admite amostra', false], ['no prazo a que se refere o item anterior, admite amostra', false], ['Em qualquer caso, o município admite amostra', false],
    ['Caso o edital preveja, o município admite amostra', true], ['Se houver dúvida, o município admite amostra', true], ['Se o licitante pedir, o município admite amostra', true],
    ['quando exigida, o município admite amostra', true], ['desde que motivado, o município admite amostra', true], ['na hipótese do inciso II, o município admite amostra', true], ['O recurso se dará depois; admite amostra', false],
  ])('%s → %s', (texto, esperado) => {
    const [achado] = findAchados(textoDe(texto), /\badmite\s+amostra/);
    expect(isCondicional(achado!)).toBe(esperado);
  });
});

describe('isModeloEmBranco', () => {
  it.each([
    ['R$ XX', true], ['XX (xxxx) dias', true], ['no dia xx/xx/2026', true], ['____ dias', true], ['[......]', true], ['( ) dias', false], ['(    ) dias', true], ['até XXX% do valor', true],
    ['Anexo XX', false], ['inciso XX do art. 6º', false], ['art. 6º, XX, da Lei', false], ['art. 6º, inciso XXX', false], ['Cláusula XX', false], ['12 (doze) meses', false],
  ])('%s → %s', (texto, esperado) => expect(isModeloEmBranco(texto)).toBe(esperado));
});
