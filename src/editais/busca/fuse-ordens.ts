/** Reciprocal rank fusion: the usual constant of the method (Cormack, Clarke and Büttcher, 2009). */
const K = 60;

/** Joins the order of the words with the order of another source: what both put high comes first. Scores become those of the fusion. */
export function fuseOrdens<N extends { readonly id: number; readonly nota: number }>(porPalavras: readonly N[], outra: readonly number[]): { id: number; nota: number }[] {
  const notas = new Map<number, number>();
  const add = (ids: readonly number[]): void => ids.forEach((id, posicao) => notas.set(id, (notas.get(id) ?? 0) + 1 / (K + posicao + 1)));
  add([...porPalavras].sort((a, b) => b.nota - a.nota).map((n) => n.id));
  add(outra);
  return [...notas].map(([id, nota]) => ({ id, nota })).sort((a, b) => b.nota - a.nota);
}
