import { describe, expect, it } from '@jest/globals';
import { findPercentuais, parsePercentualExtenso } from '../../../src/editais/extracao/percentuais.js';

describe('parsePercentualExtenso', () => {
  it.each([
    ['cinco décimos', '0.5'], ['meio por cento', '0.5'], ['trinta e tres centesimos por cento', '0.33'], ['zero virgula zero cinco por cento', '0.05'],
    ['zero virgula trinta e tres', '0.33'], ['um inteiro e cinco decimos por cento', '1.5'], ['um e meio por cento', '1.5'], ['vinte por cento', '20'], ['valor do contrato', null],
  ].map(([a, b]) => [a!.normalize('NFD').replace(/[\u0300-\u036f]/g, ''), b] as const))('%s → %s', (texto, esperado) => {
    expect(parsePercentualExtenso(texto)).toBe(esperado);
  });
});

describe('findPercentuais', () => {
  it.each([
    ['multa de 0,5% (cinco decimos por cento) a 30 %', ['0.5', '30']],
    ['10 (dez) % do valor', ['10']],
    ['meio por cento por dia', ['0.5']],
    ['art. 5º, 12 meses, r$ 10,00', []],
  ])('%s → %j', (texto, esperado) => {
    expect(findPercentuais(texto).map((p) => p.valor)).toEqual(esperado);
  });

  it('reports words that disagree with the digits', () => {
    expect(findPercentuais('25% (vinte por cento)')[0]).toMatchObject({ valor: '25', conflito: '20' });
  });
});
