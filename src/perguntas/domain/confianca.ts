import { PESOS, TENDENCIA } from './pesos.js';
import { SINAIS, type Sinais } from './sinais.js';

/** Signals → probability, 0–1, that the best passages answer the question. */
export const confiancaDe = (sinais: Sinais): number => 1 / (1 + Math.exp(-SINAIS.reduce((soma, s) => soma + PESOS[s] * sinais[s], TENDENCIA)));
