import { describe, expect, it } from '@jest/globals';
import { JanelaFixa } from '../../src/acesso/janela-fixa.js';

describe('so many requests in a window', () => {
  it('that begins with the first one', () => {
    const j = new JanelaFixa(2, 60_000);
    expect(j.spend('a', 1000)).toEqual({ coube: true, restam: 1, reposicaoS: 60 });
    expect([j.fits('a', 2000), j.spend('a', 2000)]).toEqual([true, { coube: true, restam: 0, reposicaoS: 59 }]);
    expect([j.fits('a', 60_999), j.spend('a', 60_999)]).toEqual([false, { coube: false, restam: 0, reposicaoS: 1 }]);
    expect([j.fits('a', 61_000), j.spend('a', 61_000)]).toEqual([true, { coube: true, restam: 1, reposicaoS: 60 }]);
  });

  it('of whole seconds, whatever the fractions of the clock', () => {
    for (let agora = 0.1; agora < 1e6; agora = agora * 1.37 + 0.0007) expect(new JanelaFixa(2, 60_000).spend('a', agora).reposicaoS).toBe(60);
  });

  it('of each name', () => {
    const j = new JanelaFixa(1, 1000);
    expect([j.spend('a', 0).coube, j.spend('b', 0).coube, j.spend('a', 0).coube, j.fits('c', 0)]).toEqual([true, true, false, true]);
  });

  it('keeps no more windows than there are names in a window', () => {
    const j = new JanelaFixa(1, 1000);
    for (let i = 0; i < 30_000; i++) j.spend(`n${i}`, i);
    expect(j.tamanho).toBeLessThanOrEqual(10_001);
    expect(j.fits('n29999', 29_999)).toBe(false);
  });
});
