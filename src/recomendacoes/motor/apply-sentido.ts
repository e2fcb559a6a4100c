import type { TextoAchado } from './texto-guardado.js';

/** The usual constant of reciprocal rank fusion. */
const K = 60;
/** What the first by meaning gains, on the scale of the topic (0 to 1): it decides between near ones, never against the words. */
const GANHO = 0.06;
/** So far below the least topic that is kept, what is near in meaning is still looked at; and how near it must be to be kept. */
export const ABAIXO_DO_MINIMO = 0.6;
const PERTO = 50;

/**
 * Joins an order by meaning (numbers, nearest first) with the matches of the words: each gains by its place (reciprocal rank), and what
 * the words liked a little less than enough is kept when it is among the nearest. Words that exclude go on excluding.
 */
export function applySentido(achados: readonly TextoAchado[], sentido: readonly string[], minimo: number): TextoAchado[] {
  const lugar = new Map(sentido.map((numero, i) => [numero, i]));
  return achados.flatMap((a) => {
    const i = lugar.get(a.numero);
    if (i === undefined || a.excluida) return a.topico >= minimo ? [a] : [];
    if (a.topico < minimo && i >= PERTO) return [];
    return [{ ...a, topico: Math.min(1, Math.max(a.topico, minimo) + (GANHO * K) / (K + i)) }];
  });
}
