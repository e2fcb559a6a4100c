import { describe, expect, it } from '@jest/globals';
import { esperaComJitter, MAX_ESPERA_MS, readRetryAfter } from '../../../src/pncp/domain/espera.js';
import { diaDeBrasilia, toDiaPncp } from '../../../src/pncp/domain/dia.js';

const AGORA = Date.parse('2026-11-23T12:00:00Z');

describe('esperaComJitter', () => {
  it('is anywhere between nothing and a ceiling that doubles up to its end', () => {
    expect([1, 2, 3, 4, 9].map((n) => esperaComJitter(n, 1000, 5000, 0.999999))).toEqual([999, 1999, 3999, 4999, 4999]);
    expect(esperaComJitter(5, 1000, 60_000, 0)).toBe(0);
  });
});

describe('readRetryAfter', () => {
  it.each([
    ['7', 7000], [['3', '9'], 3000], ['Mon, 23 Nov 2026 12:00:30 GMT', 30_000], ['Mon, 23 Nov 2026 11:00:00 GMT', null], ['0', null], ['-1', null], ['logo', null], ['', null], [undefined, null], ['86400', MAX_ESPERA_MS], ['Fri, 31 Dec 2060 00:00:00 GMT', MAX_ESPERA_MS],
  ])('%j is %j ms', (valor, ms) => {
    expect(readRetryAfter(valor, AGORA)).toBe(ms);
  });
});

describe('days', () => {
  it('are Brasília’s: what is already tomorrow in Greenwich is still today', () => {
    expect(diaDeBrasilia(new Date('2026-11-24T02:59:59Z'))).toBe('2026-11-23');
    expect(diaDeBrasilia(new Date('2026-11-24T03:00:00Z'))).toBe('2026-11-24');
  });

  it('go as AAAAMMDD, and only when they exist', () => {
    expect(['2026-11-23', '2024-02-29', '2026-02-29', '2026-13-01', '23/11/2026', '2026-11-23T00:00:00'].map(toDiaPncp)).toEqual(['20261123', '20240229', null, null, null, null]);
  });
});
