import { analyze } from '../../kernel/index.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { cutClausulas } from './cut-clausulas.js';
import type { Clausula } from './passagem.js';
import { createTextoVisual, type TextoVisual } from '../domain/texto-visual.js';

/** Where a term stands, as a weight: its own clause, its headings, the clauses around it. */
const PESO_TITULO = 0.9;
const PESO_CONTEXTO = 0.45;
const PESO_VIZINHO = 0.18;
const B = 0.55;

export interface IndiceBusca {
  readonly t: TextoEdital;
  readonly clausulas: readonly Clausula[];
  /** Terms of each clause in order, for proximity. */
  readonly termos: readonly (readonly string[])[];
  /** term → clause numbers and length-normalised weighted frequencies. */
  readonly listas: ReadonlyMap<string, Lista>;
  /** term → inverse frequency over clauses. */
  readonly idf: (termo: string) => number;
  readonly visual: TextoVisual;
}
interface Lista {
  readonly ids: number[];
  readonly tf: number[];
  /** Clauses whose own text (not heading or neighbour) has the term. */
  df: number;
}

/** Builds the in-memory index of a set: BM25F over each clause, its headings and its neighbours. */
export function createIndiceBusca(t: TextoEdital): IndiceBusca {
  const clausulas = cutClausulas(t);
  const termos = clausulas.map((c) => analyze(t.texto.slice(c.inicio, c.fim)));
  const media = termos.reduce((s, x) => s + x.length, 0) / Math.max(1, termos.length);
  const titulos = new Map<string, string[]>();
  const listas = new Map<string, Lista>();
  clausulas.forEach((c, i) => {
    const tf = new Map<string, number>();
    const norma = 1 - B + (B * termos[i]!.length) / media;
    const add = (lista: readonly string[], peso: number): void => {
      for (const termo of lista) tf.set(termo, (tf.get(termo) ?? 0) + peso);
    };
    add(termos[i]!, 1 / norma);
    const proprios = new Set(termos[i]!);
    add([...new Set(titleTerms(titulos, `${c.secao} ${t.regiaoEm(c.inicio).titulo.slice(0, 80)}`))], PESO_TITULO);
    if (c.contexto) add([...new Set(analyze(c.contexto))], PESO_CONTEXTO);
    for (const k of [i - 1, i + 1]) if (clausulas[k]?.ordemPagina === c.ordemPagina) add([...new Set(termos[k])], PESO_VIZINHO);
    for (const [termo, f] of tf) {
      let lista = listas.get(termo);
      if (!lista) listas.set(termo, (lista = { ids: [], tf: [], df: 0 }));
      lista.ids.push(i);
      lista.tf.push(f);
      if (proprios.has(termo)) lista.df++;
    }
  });
  const n = clausulas.length;
  const idf = (termo: string): number => {
    const df = listas.get(termo)?.df ?? 0;
    return Math.log(1 + (n - df + 0.5) / (df + 0.5));
  };
  return { t, clausulas, termos, listas, idf, visual: createTextoVisual(t) };
}

function titleTerms(memoria: Map<string, string[]>, titulo: string): string[] {
  let termos = memoria.get(titulo);
  if (!termos) memoria.set(titulo, (termos = analyze(titulo)));
  return termos;
}
