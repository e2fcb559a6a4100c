import { describe, expect, it } from '@jest/globals';
import { bandOf, outcomeOf, wordingOf } from '../../../src/analises/decidir/score/faixas.js';

const LIMITES: readonly [number, string, string, RegExp][] = [
  [0, 'baixa', 'NAO_RECOMENDADO', /não vale/],
  [29, 'baixa', 'NAO_RECOMENDADO', /não vale/],
  [30, 'cautela', 'NAO_RECOMENDADO', /decisão da diretoria/],
  [49, 'cautela', 'NAO_RECOMENDADO', /decisão da diretoria/],
  [50, 'media', 'GO_CONDICIONADO', /ressalvas/],
  [69, 'media', 'GO_CONDICIONADO', /ressalvas/],
  [70, 'alta', 'GO', /vale a pena/],
  [100, 'alta', 'GO', /vale a pena/],
];

describe('bands', () => {
  it.each(LIMITES)('%d → %s, %s', (score, faixa, desfecho, texto) => {
    expect([bandOf(score), outcomeOf(score)]).toEqual([faixa, desfecho]);
    expect(wordingOf(score)).toMatch(texto);
  });

  it('every whole score has one band and one outcome, and outcomes never get worse as scores grow', () => {
    const ordem = ['NAO_RECOMENDADO', 'GO_CONDICIONADO', 'GO'];
    const lugares = Array.from({ length: 101 }, (_, s) => ordem.indexOf(outcomeOf(s)));
    expect(lugares).not.toContain(-1);
    expect(lugares).toEqual([...lugares].sort((a, b) => a - b));
  });
});
