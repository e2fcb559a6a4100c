import { getEventListeners, once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { openPrazo } from '../../src/saida/prazo.js';

describe('openPrazo', () => {
  it('aborts with any of its signals, already aborted ones included', () => {
    const [a, b] = [new AbortController(), new AbortController()];
    const p = openPrazo(null, [a.signal, undefined, b.signal]);
    expect([p.sinal.aborted, p.esgotado]).toEqual([false, false]);
    b.abort();
    expect([p.sinal.aborted, p.esgotado]).toEqual([true, false]);
    expect(openPrazo(null, [b.signal]).sinal.aborted).toBe(true);
  });

  it('aborts when time is up, and says so', async () => {
    const p = openPrazo(5, []);
    await once(p.sinal, 'abort');
    expect(p.esgotado).toBe(true);
  });

  it('leaves nothing behind on a signal that lives on', () => {
    const { signal } = new AbortController();
    for (let i = 0; i < 100; i++) openPrazo(60_000, [signal]).close();
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
