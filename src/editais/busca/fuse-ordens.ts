/** Reciprocal rank fusion: the usual constant of the method (Cormack, Clarke and Büttcher, 2009). */
const K = 60;
/** What a place in the other order counts beside one in the order of the words: see docs/decisoes/0043-vetores-na-busca.md. */
export const PESO_OUTRA = 0.3;

/**
 * Joins the order of the words with the order of another source by reciprocal rank. The first of the words stays first: they are
 * right about it far more often than vectors are, and a place in a list does not tell how sure a source was. Scores become those of the fusion.
 */
export function fuseOrdens<N extends { readonly id: number; readonly nota: number }>(porPalavras: readonly N[], outra: readonly number[], peso = PESO_OUTRA): { id: number; nota: number }[] {
  const notas = new Map<number, number>();
  const add = (ids: readonly number[], quanto: number): void => ids.forEach((id, posicao) => notas.set(id, (notas.get(id) ?? 0) + quanto / (K + posicao + 1)));
  const palavras = [...porPalavras].sort((a, b) => b.nota - a.nota).map((n) => n.id);
  add(palavras, 1);
  add(outra, peso);
  const fundidas = [...notas].map(([id, nota]) => ({ id, nota })).sort((a, b) => b.nota - a.nota);
  const primeira = fundidas.findIndex((n) => n.id === palavras[0]);
  return primeira <= 0 ? fundidas : [{ id: fundidas[primeira]!.id, nota: fundidas[0]!.nota }, ...fundidas.toSpliced(primeira, 1)];
}
