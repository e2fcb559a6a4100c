import type { IndiceBusca } from './indice.js';

/** Shorter clauses are alike by chance. */
const MINIMO = 8;
/** Words of the shorter that the longer must have, and how much shorter it may be: one may carry its heading along. */
const COMUNS = 0.9;
const TAMANHO = 0.6;
const NUMERO_DE_ITEM = /^\d{1,2}(?:\.\d{1,3})+$/;

/** Of other clauses, those that say what clause `id` says, with the same numbers: annexes repeat the edital nearly word by word. */
export function findRepetidasDe(indice: IndiceBusca, id: number, outras: readonly number[]): number[] {
  const esta = split(indice.termos[id]!);
  return outras.filter((o) => isSame(esta, split(indice.termos[o]!)));
}

interface Partes {
  readonly palavras: ReadonlySet<string>;
  readonly numeros: ReadonlySet<string>;
}

function split(termos: readonly string[]): Partes {
  const palavras = new Set<string>();
  const numeros = new Set<string>();
  for (const t of termos) if (!NUMERO_DE_ITEM.test(t)) (/^\d/.test(t) ? numeros : palavras).add(t);
  return { palavras, numeros };
}

function isSame(a: Partes, b: Partes): boolean {
  const [menor, maior] = a.palavras.size <= b.palavras.size ? [a, b] : [b, a];
  if (menor.palavras.size < MINIMO || menor.palavras.size < TAMANHO * maior.palavras.size) return false;
  return a.numeros.size === b.numeros.size && countIn(a.numeros, b.numeros) === a.numeros.size && countIn(menor.palavras, maior.palavras) >= COMUNS * menor.palavras.size;
}

function countIn(de: ReadonlySet<string>, em: ReadonlySet<string>): number {
  let n = 0;
  for (const x of de) if (em.has(x)) n++;
  return n;
}
