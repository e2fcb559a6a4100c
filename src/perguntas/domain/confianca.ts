import { COM_FATO, PESOS, SEM_FATO, TENDENCIA } from './pesos.js';
import { SINAIS, type Exame } from './sinais.js';

/** Probability, 0–1, that the set answers the question: a question about a field is decided by the fact, any other by its signals. */
export function confiancaDe({ sinais, fato }: Pick<Exame, 'sinais' | 'fato'>): number {
  if (fato) return fato === 'achado' ? COM_FATO : SEM_FATO;
  return 1 / (1 + Math.exp(-SINAIS.reduce((soma, s) => soma + PESOS[s] * sinais[s], TENDENCIA)));
}
