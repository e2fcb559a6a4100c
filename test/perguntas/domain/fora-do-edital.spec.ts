import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../src/kernel/index.js';
import { foraDoEdital } from '../../../src/perguntas/domain/fora-do-edital.js';

describe('foraDoEdital', () => {
  it.each(['Quem ganhou o viveiro no ano passado?', 'Qual empresa fornece hoje as mudas?', 'Quantos concorrentes vão aparecer?', 'Qual o melhor adubo?', 'Vai chover na poda?', 'Esse órgão costuma pagar em dia?'])('%s is told by no edital', (pergunta) => {
    expect(foraDoEdital(fold(pergunta))).toBeGreaterThan(0);
  });
  it.each(['Qual a melhor proposta?', 'Em quantos dias rego?', 'Quem fiscaliza a poda?', 'Como é escolhido o vencedor?', 'O que acontece se o preço for o mesmo do ano da proposta?'])('%s may be told', (pergunta) => {
    expect(foraDoEdital(fold(pergunta))).toBe(0);
  });
});
