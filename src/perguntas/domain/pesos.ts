import type { Sinal } from './sinais.js';

/**
 * Weights of the probability that the best passages answer, learned by `bench/perguntas.mjs` over labelled questions with as much weight on
 * those a document answers as on those it does not. See docs/decisoes/0040-nao-encontrado.md.
 */
export const PESOS: Readonly<Record<Sinal, number>> = {
  cobertura: 1.54, ausente: -1.34, semTipo: -1.9, tipoPerto: 2.92, poucas: -3.94, score: 0.44, folga: 0.3, expansao: 1.43,
  assuntosComuns: 1.06, semAssunto: 0.53, fora: -1.91,
};
/** Set so that at 0.5 as many questions are lost as are let through. */
export const TENDENCIA = -1.4;

/** Below it an answer is "não encontrado". */
export const LIMIAR = 0.5;

/** Confidence when the field asked for was read, and when it was looked for in vain: what the labelled fields show. */
export const COM_FATO = 0.97;
export const SEM_FATO = 0.04;
