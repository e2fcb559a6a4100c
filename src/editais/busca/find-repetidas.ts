import type { LinhaTexto } from '../domain/linhas-texto.js';

const BORDA = 3;
const MINIMO = 3;
const PARCELA = 0.12;

const keyOf = (l: LinhaTexto): string => l.dobrado.replace(/\d+/g, '#').replace(/\s+/g, '');

/**
 * Offsets of lines that are running headers or footers of a part ("PREGÃO ELETRÔNICO N° 12/2031 7"): digits aside, the
 * same line stands at the border of several pages. They are no part of any clause.
 */
export function findRepetidas(paginas: readonly (readonly LinhaTexto[])[]): ReadonlySet<number> {
  const vezes = new Map<string, number>();
  for (const linhas of paginas) for (const chave of new Set(borders(linhas).map(keyOf))) vezes.set(chave, (vezes.get(chave) ?? 0) + 1);
  const minimo = Math.max(MINIMO, paginas.length * PARCELA);
  return new Set(paginas.flatMap((linhas) => borders(linhas).filter((l) => (vezes.get(keyOf(l)) ?? 0) >= minimo).map((l) => l.inicio)));
}

/** Numbered clauses are never headers, however alike ("4.1. A regra…", "5.1. A regra…"). */
const borders = (linhas: readonly LinhaTexto[]): LinhaTexto[] =>
  [...linhas.slice(0, BORDA), ...linhas.slice(Math.max(BORDA, linhas.length - BORDA))].filter((l) => !/^\d{1,2}\.\d/.test(l.dobrado));
