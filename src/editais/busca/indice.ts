import { analyze } from '../../portugues/index.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { createTextoVisual, type TextoVisual } from '../domain/texto-visual.js';
import { cutClausulas } from './cut-clausulas.js';
import type { Clausula } from './passagem.js';

/** Fields other than the clause's own text a term stands in. */
export const TITULO = 1;
export const CONTEXTO = 2;
export const VIZINHO = 4;

/** How much of a clause's length counts against it. */
const B = 0.55;

/** Where a term stands, a place in each array for each clause. */
export interface Lista {
  readonly ids: readonly number[];
  /** Times in the clause's own text over its length; 0 when only in other fields. */
  readonly corpo: readonly number[];
  /** TITULO | CONTEXTO | VIZINHO */
  readonly campos: readonly number[];
  /** Clauses whose own text has the term. */
  readonly df: number;
}
interface ListaAberta {
  readonly ids: number[];
  readonly corpo: number[];
  readonly campos: number[];
  df: number;
}

export interface IndiceBusca {
  readonly t: TextoEdital;
  readonly clausulas: readonly Clausula[];
  /** Terms of each clause in order, for proximity. */
  readonly termos: readonly (readonly string[])[];
  readonly listas: ReadonlyMap<string, Lista>;
  /** Inverse frequency of a term that `df` clauses have. */
  readonly idf: (df: number) => number;
  readonly visual: TextoVisual;
  /** What a clause is asked for again and again, made once. */
  readonly lembrados: { assuntos(id: number, make: () => readonly number[]): readonly number[] };
}

/** Builds the in-memory index of a set: each clause, its headings, what introduces it and its neighbours. */
export function createIndiceBusca(t: TextoEdital): IndiceBusca {
  const clausulas = cutClausulas(t);
  const termos = clausulas.map((c) => analyze(t.texto.slice(c.inicio, c.fim)));
  const media = termos.reduce((s, x) => s + x.length, 0) / Math.max(1, termos.length);
  const titulos = new Map<string, readonly string[]>();
  const listas = new Map<string, ListaAberta>();
  clausulas.forEach((c, i) => {
    const norma = 1 - B + (B * termos[i]!.length) / media;
    for (const termo of termos[i]!) {
      const lista = placeOf(listas, termo, i);
      const k = lista.ids.length - 1;
      if (lista.corpo[k] === 0) lista.df++;
      lista.corpo[k]! += 1 / norma;
    }
    const mark = (lista: readonly string[], campo: number): void => {
      for (const termo of lista) {
        const l = placeOf(listas, termo, i);
        l.campos[l.ids.length - 1]! |= campo;
      }
    };
    mark(titleTerms(titulos, `${c.secao} ${t.regiaoEm(c.inicio).titulo.slice(0, 80)}`), TITULO);
    if (c.contexto) mark(analyze(c.contexto), CONTEXTO);
    for (const k of [i - 1, i + 1]) if (clausulas[k]?.ordemPagina === c.ordemPagina) mark(termos[k]!, VIZINHO);
  });
  const n = clausulas.length;
  return { t, clausulas, termos, listas, idf: (df) => Math.log(1 + (n - df + 0.5) / (df + 0.5)), visual: createTextoVisual(t), lembrados: createLembrados(n) };
}

function createLembrados(n: number): IndiceBusca['lembrados'] {
  const assuntos = new Array<readonly number[] | undefined>(n);
  return { assuntos: (id, make) => (assuntos[id] ??= make()) };
}

/** The term's list, with a place for clause `i` at its end. */
function placeOf(listas: Map<string, ListaAberta>, termo: string, i: number): ListaAberta {
  let lista = listas.get(termo);
  if (!lista) listas.set(termo, (lista = { ids: [], corpo: [], campos: [], df: 0 }));
  if (lista.ids.at(-1) !== i) {
    lista.ids.push(i);
    lista.corpo.push(0);
    lista.campos.push(0);
  }
  return lista;
}

function titleTerms(memoria: Map<string, readonly string[]>, titulo: string): readonly string[] {
  let termos = memoria.get(titulo);
  if (!termos) memoria.set(titulo, (termos = [...new Set(analyze(titulo))]));
  return termos;
}
