import { describe, expect, it } from '@jest/globals';
import { Disjuntor } from '../../src/modelos/disjuntor.js';

describe('the breaker of a model', () => {
  const create = (): Disjuntor => new Disjuntor({ falhas: 3, abertoMs: 1000 });
  const fail = (d: Disjuntor, vezes: number, agora = 0): void => {
    for (let i = 0; i < vezes; i++) d.leave('ruim', agora);
  };

  it('opens after failures in a row, not after as many among successes', () => {
    const d = create();
    fail(d, 2);
    d.leave('bom', 0);
    fail(d, 2);
    d.leave('neutro', 0);
    expect(d.enter(0)).toBeNull();
    fail(d, 1);
    expect(d.estado(999)).toBe('aberto');
    expect(d.enter(400)).toBe(600);
  });

  it('then lets one request probe: a failure opens it again, a success closes it, nothing learnt lets another', () => {
    const d = create();
    fail(d, 3);
    expect([d.estado(1000), d.enter(1000), d.enter(1000)]).toEqual(['meio_aberto', null, 1000]);
    d.leave('neutro', 1000);
    expect(d.enter(1000)).toBeNull();
    d.leave('ruim', 1000);
    expect(d.estado(1999)).toBe('aberto');
    expect(d.enter(2000)).toBeNull();
    d.leave('bom', 2000);
    expect(d.estado(2000)).toBe('fechado');
    fail(d, 2, 2000);
    expect(d.estado(2000)).toBe('fechado');
  });

  it('who meets a probe waits for what it finds, no longer than it may, and not after it gave up', async () => {
    const d = create();
    const livre = new AbortController().signal;
    await d.waitSonda(1000, livre);
    fail(d, 3);
    expect([d.enter(1000), d.sondando]).toEqual([null, true]);
    let esperou = false;
    const espera = d.waitSonda(60_000, livre).then(() => (esperou = true));
    const fim = new AbortController();
    const desiste = d.waitSonda(60_000, fim.signal);
    fim.abort(new Error('desisti'));
    await expect(desiste).rejects.toThrow('desisti');
    await d.waitSonda(1, livre);
    await d.waitSonda(0, livre);
    expect([esperou, d.sondando]).toEqual([false, true]);
    d.leave('bom', 1000);
    await espera;
    expect([d.sondando, d.enter(1000)]).toEqual([false, null]);
  });
});
