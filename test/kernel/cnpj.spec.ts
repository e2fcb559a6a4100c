import { describe, expect, it } from '@jest/globals';
import { formatCnpj, isCnpj, parseCnpj, stripCnpj } from '../../src/kernel/index.js';

/** Check digits worked out by hand from the rule of NT COCAD 49/2024; the second is the example of the Receita Federal. */
const VALIDOS: readonly [string, string][] = [
  ['11.222.333/0001-81', '11222333000181'],
  ['12.ABC.345/01DE-35', '12ABC34501DE35'],
  ['12.ABC.345/0001-88', '12ABC345000188'],
  ['A1.B2C.3D4/0001-93', 'A1B2C3D4000193'],
  [' 12abc34501de35 ', '12ABC34501DE35'],
];
const INVALIDOS = ['12ABC34501DE34', '12ABC34501DE3A', '11222333000182', '10000000000003', '00000000000000', '11111111111111', '1122233300018', '112223330001811', '', '12ÁBC34501DE35'];

describe('CNPJ', () => {
  it.each(VALIDOS)('accepts %s', (texto, semMascara) => {
    expect(parseCnpj(texto)).toBe(semMascara);
  });

  it.each(INVALIDOS)('refuses "%s"', (texto) => {
    expect(isCnpj(texto)).toBe(false);
    expect(() => parseCnpj(texto)).toThrow(expect.objectContaining({ codigo: 'cnpj_invalido' }));
  });

  it('keeps letters when it drops the mask, and writes the mask back', () => {
    expect(stripCnpj('12.abc.345/01de-35')).toBe('12ABC34501DE35');
    expect(formatCnpj('12ABC34501DE35')).toBe('12.ABC.345/01DE-35');
  });
});
