import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDinheiro, formatPercentual, parseNumeroBr, toDinheiro } from '../../src/kernel/index.js';

const LEITURAS: readonly [string, string | null][] = [
  ['1.860.573,88', '1860573.88'],
  ['1860573,88', '1860573.88'],
  ['1.860.573', '1860573'],
  ['1 860,50', '1860.5'],
  ['0,005', '0.005'],
  ['1500.50', '1500.5'],
  ['3.420,000,00', null],
  ['12.34.567,00', null],
  ['1,2,3', null],
  ['mil reais', null],
  ['', null],
  ['-5', null],
];

describe('money', () => {
  it.each(LEITURAS)('reads "%s" as %s', (texto, valor) => {
    expect(parseNumeroBr(texto)).toBe(valor);
  });

  it.each([['1860573.88', 'R$ 1.860.573,88'], ['0.5', 'R$ 0,50'], ['1000', 'R$ 1.000,00'], ['999.999', 'R$ 1.000,00']])('writes %s as %s', (valor, texto) => {
    expect(formatDinheiro(valor)).toBe(texto);
  });

  it('reads back what it wrote, cent by cent', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), (centavos) => {
      const valor = `${centavos / 100n}.${String(centavos % 100n).padStart(2, '0')}`;
      expect(toDinheiro(parseNumeroBr(formatDinheiro(valor).slice(3))!)).toBe(valor);
    }));
  });

  it('writes percentages with a comma', () => {
    expect(formatPercentual('12.50')).toBe('12,5%');
  });
});
