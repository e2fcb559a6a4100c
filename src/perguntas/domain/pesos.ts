import type { Sinal } from './sinais.js';

/**
 * Weights of the probability that the best passages answer, learned by `bench/perguntas.mjs` over labelled questions with as much weight on
 * those a document answers as on those it does not. See docs/decisoes/0040-nao-encontrado.md.
 */
export const PESOS: Readonly<Record<Sinal, number>> = {
  cobertura: 1.34, ausente: -1.56, semTipo: -2.08, tipoPerto: 2.89, poucas: -3.84, score: 0.44, folga: 0.42, expansao: 1.82,
  assuntosComuns: 1.06, semAssunto: 0.39, fora: -2.02,
};
/** Set so that at 0.5 as many questions are lost as are let through. */
export const TENDENCIA = -1.55;

/** Below it an answer is "não encontrado". */
export const LIMIAR = 0.5;

/** Confidence when the field asked for was read, and when it was looked for in vain: what the labelled fields show. */
export const COM_FATO = 0.97;
export const SEM_FATO = 0.04;
