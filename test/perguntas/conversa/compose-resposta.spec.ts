import { describe, expect, it } from '@jest/globals';
import type { TrechoAchado } from '../../../src/editais/index.js';
import type { RespostaPergunta } from '../../../src/perguntas/index.js';
import { composeResposta, type DitoPeloModelo } from '../../../src/perguntas/conversa/compose-resposta.js';
import { desfechoDe } from '../../../src/perguntas/conversa/resposta.js';
import { shortenPergunta } from '../../../src/perguntas/conversa/shorten-pergunta.js';

const citacao = { documento: 'Edital.pdf', pagina: 3, trecho: 'a proposta valerá por 60 dias' };
const trecho = { documento: 'Edital.pdf', pagina: 3, secao: '3. DAS PROPOSTAS', texto: 'a proposta valerá por 60 dias', score: 7 };
const achado: TrechoAchado = { ...trecho, destaque: trecho.texto, tambem: [] };
const palavras = (encontrado: boolean, confianca: number): RespostaPergunta => ({ encontrado, confianca, resposta: encontrado ? 'O edital trata disso na página 3.' : 'Não encontrado no edital.', citacoes: encontrado ? [citacao] : [], trechos: encontrado ? [trecho] : [] });
const dito = (mudanca: Partial<DitoPeloModelo>): DitoPeloModelo => ({ encontrado: true, afirmacoes: [], descartadas: [], modelo: 'm', uso: { chamadas: 1, deCache: 0, tokensEntrada: 10, tokensSaida: 5, custoUsd: null }, motivo: null, ...mudanca });
const AFIRMACAO = { texto: 'A proposta vale 60 dias.', citacoes: [citacao, { ...citacao, pagina: 9 }] };

describe('the answer', () => {
  it.each([
    ['no model, words find', palavras(true, 0.8), null, 'so_trechos', 'motivo'],
    ['no model, words do not', palavras(false, 0.2), null, 'nao_encontrada', 'motivo'],
    ['a model proves, words find', palavras(true, 0.8), dito({ afirmacoes: [AFIRMACAO] }), 'respondida', null],
    ['a model proves, words do not', palavras(false, 0.2), dito({ afirmacoes: [AFIRMACAO] }), 'respondida', null],
    ['a model proves and stops in the middle', palavras(true, 0.8), dito({ afirmacoes: [AFIRMACAO], motivo: 'parou' }), 'respondida', 'parou'],
    ['a model fails, words find', palavras(true, 0.8), dito({ encontrado: null, motivo: 'falhou' }), 'so_trechos', 'falhou'],
    ['a model fails, words do not', palavras(false, 0.2), dito({ encontrado: null, motivo: 'falhou' }), 'nao_encontrada', 'falhou'],
    ['a model proves nothing, words find', palavras(true, 0.8), dito({ descartadas: [{ motivo: 'citacao_ausente', quantas: 2 }] }), 'so_trechos', /provado/],
    ['a model proves nothing, words do not', palavras(false, 0.2), dito({}), 'nao_encontrada', /provado/],
    ['a model finds nothing, nor do words', palavras(false, 0.2), dito({ encontrado: false }), 'nao_encontrada', null],
    ['a model finds nothing where words may', palavras(true, 0.7), dito({ encontrado: false }), 'nao_encontrada', /não viu/],
    ['a model finds nothing where words are certain', palavras(true, 0.95), dito({ encontrado: false }), 'so_trechos', /não viu/],
  ] as const)('%s: %#', (_, semModelo, d, desfecho, motivo) => {
    const r = composeResposta(semModelo, d, [achado], 'motivo');
    expect(desfechoDe(r)).toBe(desfecho);
    if (motivo instanceof RegExp) expect(r.motivoSemModelo).toMatch(motivo);
    else expect(r.motivoSemModelo).toBe(motivo);
    expect([r.confianca, r.uso, r.descartadas]).toEqual([semModelo.confianca, d?.uso ?? null, d?.descartadas ?? []]);
    expect(r.modelo).toBe(desfecho === 'respondida' ? 'm' : null);
    if (!r.encontrado) expect([r.citacoes, r.resposta]).toEqual([[], expect.stringMatching(/^Não encontrado no edital\./)]);
  });

  it('is made of the claims that stand, each with its places, each quote once', () => {
    const r = composeResposta(palavras(true, 0.8), dito({ afirmacoes: [AFIRMACAO, { texto: 'Outra frase.', citacoes: [citacao] }] }), [achado], null);
    expect(r.resposta).toBe('A proposta vale 60 dias. (Edital.pdf, p. 3; Edital.pdf, p. 9)\n\nOutra frase. (Edital.pdf, p. 3)');
    expect([r.citacoes, r.trechos]).toEqual([AFIRMACAO.citacoes, [trecho]]);
  });

  it('shows too the quote the words are certain of, where the model looked elsewhere', () => {
    const longe = { texto: 'O pagamento é em 30 dias.', citacoes: [{ documento: 'Edital.pdf', pagina: 8, trecho: 'o pagamento será em 30 dias' }] };
    const certa = composeResposta(palavras(true, 0.95), dito({ afirmacoes: [longe] }), [achado], null);
    expect([certa.citacoes, certa.resposta]).toEqual([[longe.citacoes[0], citacao], 'O pagamento é em 30 dias. (Edital.pdf, p. 8)\n\nVeja também a página 3 de Edital.pdf: “a proposta valerá por 60 dias”']);
    expect(composeResposta(palavras(true, 0.7), dito({ afirmacoes: [longe] }), [achado], null).citacoes).toEqual(longe.citacoes);
    expect(composeResposta(palavras(true, 0.95), dito({ afirmacoes: [AFIRMACAO] }), [achado], null).citacoes).toEqual(AFIRMACAO.citacoes);
  });

  it('shows what came closest where the model and the words do not agree', () => {
    const r = composeResposta(palavras(true, 0.7), dito({ encontrado: false }), [achado], null);
    expect([r.resposta, r.trechos]).toEqual([expect.stringContaining('página 3 de Edital.pdf: “a proposta valerá por 60 dias”'), [trecho]]);
  });
});

describe('what of a long question is looked for', () => {
  it.each([
    ['Qual o prazo?', 'Qual o prazo?'],
    [`${'Somos uma empresa de móveis. '.repeat(30)}Qual o prazo? Agradeço.`, 'Qual o prazo?'],
  ])('%#', (longa, buscada) => expect(shortenPergunta(longa)).toBe(buscada));
  it('has a bound', () => {
    for (const p of ['x'.repeat(2000), `${'é isso mesmo? '.repeat(200)}`, `${'palavra '.repeat(250)}`]) expect(shortenPergunta(p).length).toBeLessThanOrEqual(500);
  });
});
