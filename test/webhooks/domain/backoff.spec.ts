import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ESPERAS_MS, readRetryAfter, scheduleTentativa } from '../../../src/webhooks/index.js';

const AGORA = new Date('2026-03-02T13:00:00Z');
const em = (feitas: number, sorteio = 0.5, esperaPedidaMs: number | null = null): number | 'desistiu' => {
  const p = scheduleTentativa({ feitas, agora: AGORA, sorteio, esperaPedidaMs });
  return p.estado === 'desistiu' ? p.estado : (p.em.getTime() - AGORA.getTime()) / 1000;
};

describe('scheduleTentativa', () => {
  it.each([[1, 10], [2, 30], [3, 120], [4, 600], [5, 3600], [6, 10_800], [7, 28_800], [8, 86_400], [9, 'desistiu'], [10, 'desistiu']])('after %d failures waits %p s', (feitas, esperado) => expect(em(feitas)).toBe(esperado));

  it('varies by a fifth, never more', () => {
    expect([em(1, 0), em(1, 0.999999)]).toEqual([8, 12]);
    fc.assert(fc.property(fc.integer({ min: 1, max: ESPERAS_MS.length }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (feitas, sorteio) => {
      const base = ESPERAS_MS[feitas - 1]! / 1000;
      const espera = em(feitas, sorteio) as number;
      expect(espera >= base * 0.8 - 0.001 && espera <= base * 1.2 + 0.001).toBe(true);
    }));
  });

  it('waits as the receiver asks, when longer, up to an hour', () => {
    expect([em(1, 0.5, 60_000), em(4, 0.5, 60_000), em(1, 0.5, 9_000_000), em(9, 0.5, 60_000)]).toEqual([60, 600, 3600, 'desistiu']);
  });
});

describe('readRetryAfter', () => {
  it.each([
    ['5', 5000], [' 120 ', 120_000], ['7200', 3_600_000], ['Mon, 02 Mar 2026 13:02:00 GMT', 120_000], ['Tue, 03 Mar 2026 13:02:00 GMT', 3_600_000],
    ['Mon, 02 Mar 2026 12:00:00 GMT', null], ['0', null], ['-1', null], ['1.5', null], ['logo', null], ['Mon, x', null], ['', null], [undefined, null],
  ])('%p: %p ms', (valor, esperado) => expect(readRetryAfter(valor, AGORA)).toBe(esperado));
});
