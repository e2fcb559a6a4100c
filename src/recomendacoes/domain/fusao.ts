import { compareColocados, type Colocado } from './rank.js';

/** Another order of the same tenders (by vectors, one day), best first. */
export interface OutraOrdem {
  /** Numbers of the tenders nearest in meaning to the company, best first. */
  nearest(top: number): Promise<readonly string[]>;
}

/** Keeps the first places from deciding alone. */
const RRF = 60;

/**
 * Joins two orders by reciprocal rank. The topic score stays as it was: it is what the threshold and the reasons speak of. Only
 * tenders the topic score knows are kept.
 */
export function fuseOrdens(porTopico: readonly Colocado[], outra: readonly string[]): Colocado[] {
  const lugar = new Map(outra.map((n, i) => [n, i]));
  const pontos = (n: string, i: number): number => 1 / (RRF + i) + (lugar.has(n) ? 1 / (RRF + lugar.get(n)!) : 0);
  return [...porTopico].sort(compareColocados).map((c, i) => ({ c, p: pontos(c.numero, i) })).sort((a, b) => b.p - a.p || compareColocados(a.c, b.c)).map(({ c }) => c);
}
