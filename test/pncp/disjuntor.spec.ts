import { describe, expect, it } from '@jest/globals';
import { Disjuntor } from '../../src/pncp/disjuntor.js';

const novo = (): Disjuntor => new Disjuntor({ proporcao: 0.8, abertoMs: 60_000 });
const ask = (d: Disjuntor, resultado: 'bom' | 'ruim' | 'neutro', agora = 0): void => {
  expect(d.enter(agora)).toBeNull();
  d.leave(resultado, agora);
};

describe('Disjuntor', () => {
  it('opens when more than its share of at least ten requests fail, and says when to come back', () => {
    const d = novo();
    for (let i = 0; i < 9; i++) ask(d, 'ruim');
    expect(d.estado(0)).toBe('fechado');
    ask(d, 'ruim');
    expect([d.estado(1000), d.enter(1000), d.abertoAte]).toEqual(['aberto', 59_000, 60_000]);
  });

  it('bears the failures PNCP always has', () => {
    const d = novo();
    for (let i = 0; i < 200; i++) ask(d, i % 5 < 3 ? 'ruim' : 'bom');
    expect(d.estado(0)).toBe('fechado');
  });

  it('probes with one request; a good one closes it, a bad one opens it again, a neutral one leaves the question open', () => {
    const d = novo();
    for (let i = 0; i < 10; i++) ask(d, 'ruim');
    expect(d.estado(60_000)).toBe('meio_aberto');
    expect(d.enter(60_000)).toBeNull();
    expect(d.enter(60_000)).toBe(1000);
    d.leave('neutro', 60_000);
    ask(d, 'ruim', 60_000);
    expect([d.estado(60_001), d.estado(120_000)]).toEqual(['aberto', 'meio_aberto']);
    ask(d, 'bom', 120_000);
    expect([d.estado(120_001), d.abertoAte]).toEqual(['fechado', null]);
    // The failures of before do not count any more.
    for (let i = 0; i < 8; i++) ask(d, 'ruim', 120_001);
    expect(d.estado(120_001)).toBe('fechado');
  });
});
