import { describe, expect, it } from '@jest/globals';
import { findPeriodos, samePeriodo } from '../../../src/editais/extracao/periodos.js';

const ler = (texto: string) => findPeriodos(texto, 0, texto.length).map(({ valor, conflito }) => (conflito === undefined ? `${valor.n} ${valor.unidade}` : `${valor.n}≠${conflito} ${valor.unidade}`));

describe('findPeriodos', () => {
  it.each([
    ['em 30 (trinta) dias uteis ou 12 meses', ['30 dias_uteis', '12 meses']],
    ['01 (um) ano', ['12 meses']],
    ['dez (10) dias corridos', ['10 dias']],
    ['cento e vinte dias', ['120 dias']],
    ['5 (tres) dias', ['5≠3 dias']],
    ['12 (doze10) meses', ['12 meses']],
    ['11 meses (onze meses)', ['11 meses', '11 meses']],
    ['30 (dias) dias', ['30 dias']],
    ['24h e 48 horas', ['24 horas', '48 horas']],
    ['ate 31 de dezembro, art. 105, 1.234,56', []],
  ])('%s → %j', (texto, esperado) => {
    expect(ler(texto)).toEqual(esperado);
  });

  it('reads only the stretch that was asked for', () => {
    const texto = '5 dias e 10º (decimo) dia util';
    expect(findPeriodos(texto, 7, texto.length)).toMatchObject([{ valor: { n: 10, unidade: 'dias_uteis' }, inicio: 9, fim: texto.length }]);
  });
});

it('takes a year, 12 months and 365 days for the same term', () => {
  expect(samePeriodo({ n: 365, unidade: 'dias' }, { n: 12, unidade: 'meses' })).toBe(true);
  expect(samePeriodo({ n: 360, unidade: 'dias' }, { n: 12, unidade: 'meses' })).toBe(false);
});
