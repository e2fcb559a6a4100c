import type { Sinal } from './sinais.js';

/** Weights of the probability that the best passages answer; learned by bench/perguntas.mjs over labelled questions. See docs/decisoes/0040-nao-encontrado.md. */
export const PESOS: Readonly<Record<Sinal, number>> = { cobertura: 1.25, faltaRara: 0, ausente: -0.2, janela: 0.16, semTipo: -0.56, tipoPerto: 3.16, poucas: -0.74, score: 0.61, folga: 0.05, fora: -1.89, fatoAchado: 3.91, fatoAusente: -3.54 };
export const TENDENCIA = -1.73;

/** Below it an answer is "não encontrado": where as many answerable questions are lost as unanswerable ones are let through. */
export const LIMIAR = 0.49;
