import { describe, expect, it } from '@jest/globals';
import { isBancoFora } from '../../src/storage/index.js';

const falha = (code?: string, message = 'x'): Error => Object.assign(new Error(message), code === undefined ? {} : { code });

describe('a database that does not answer now', () => {
  it.each([['57P01', true], ['57P03', true], ['08006', true], ['53300', true], ['ECONNREFUSED', true], ['EPIPE', true], ['23505', false], ['40P01', false], ['57014', false], ['42601', false]])('%s: %s', (code, fora) => {
    expect(isBancoFora(falha(code))).toBe(fora);
  });
  it('without a code it is known by what pg says', () => {
    expect(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect', 'x is not a function'].map((m) => isBancoFora(falha(undefined, m)))).toEqual([true, true, false]);
    expect([isBancoFora(null), isBancoFora('57P01')]).toEqual([false, false]);
  });
});
