import type { Sinal } from './sinais.js';

/**
 * Weights of the probability that the best passages answer, learned by `bench/perguntas.mjs` over labelled questions with as much weight on
 * those a document answers as on those it does not. See docs/decisoes/0040-nao-encontrado.md.
 */
export const PESOS: Readonly<Record<Sinal, number>> = {
  cobertura: 1.29, ausente: -1.14, semTipo: -1.54, tipoPerto: 2.19, pares: 0.5, poucas: -1.97, score: 0.28, folga: 0.3,
  expansao: 1.3, assuntosComuns: 0.89, semAssunto: 0.51, fora: -2.04, fatoAchado: 3.31, fatoAusente: -3.76,
};
/** Set so that at 0.5 as many questions are lost as are let through. */
export const TENDENCIA = -1.8;

/** Below it an answer is "não encontrado". */
export const LIMIAR = 0.5;
