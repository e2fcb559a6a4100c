import type { Consulta } from './consulta.js';
import { PESO_SEM_A_PALAVRA } from './lexico.js';
import { CONTEXTO, TITULO, VIZINHO, type IndiceBusca, type Lista } from './indice.js';

/** How much of the question each clause has, field by field: parts of the question's weight, 0–1. */
export interface Casamento {
  /** BM25F over all fields, synonyms at their weight. */
  readonly base: Float64Array;
  /** The question's own words in the clause's own text. */
  readonly proprios: Float64Array;
  /** Words or synonyms in the clause, its headings or its introduction: present or not. */
  readonly cobertura: Float64Array;
  /** What the question's turn of phrase suggests. */
  readonly expansao: Float64Array;
  /** term → how much of the question it stands for, 0–1. */
  readonly pesos: ReadonlyMap<string, { readonly conceito: number; readonly peso: number }>;
}

const K1 = 1.2;
const PESO_TITULO = 0.9;
const PESO_CONTEXTO = 0.45;
const PESO_VIZINHO = 0.18;
const CORPO = 8;
const SEM_LISTA: Lista = { ids: [], corpo: [], campos: [], df: 0 };

export function matchConsulta(indice: IndiceBusca, consulta: Consulta): Casamento {
  const n = indice.clausulas.length;
  const vazio = (): Float64Array => new Float64Array(n);
  const m = { base: vazio(), proprios: vazio(), cobertura: vazio(), expansao: vazio() };
  const listaDe = (termo: string): Lista => indice.listas.get(termo) ?? SEM_LISTA;
  const opcoes = consulta.conceitos.map((c) => {
    const propria = listaDe(c.termo);
    const outras = c.alternativas.map((a) => ({ termo: a.termo, peso: propria.ids.length ? a.peso : PESO_SEM_A_PALAVRA, lista: listaDe(a.termo) }));
    return [{ termo: c.termo, peso: 1, lista: propria }, ...outras];
  });
  const importancias = consulta.conceitos.map((c, i) => c.peso * indice.idf(Math.max(...opcoes[i]!.map((o) => Math.ceil(o.lista.df * o.peso)))));
  const total = importancias.reduce((s, x) => s + x, 0) || 1;
  const pesos = new Map<string, { conceito: number; peso: number }>();
  const tf = vazio();
  const campos = new Uint8Array(n);
  const tocados: number[] = [];
  opcoes.forEach((lista, conceito) => {
    const importancia = importancias[conceito]! / total;
    for (const { termo, peso, lista: l } of lista) {
      if (!l.ids.length) continue;
      if ((pesos.get(termo)?.peso ?? 0) < peso * importancia) pesos.set(termo, { conceito, peso: peso * importancia });
      for (let k = 0; k < l.ids.length; k++) {
        const id = l.ids[k]!;
        const onde = l.campos[k]!;
        const corpo = l.corpo[k]!;
        const f = peso * (corpo + (onde & TITULO ? PESO_TITULO : 0) + (onde & CONTEXTO ? PESO_CONTEXTO : 0) + (onde & VIZINHO ? PESO_VIZINHO : 0));
        if (tf[id] === 0) tocados.push(id);
        if (f > tf[id]!) tf[id] = f;
        campos[id]! |= onde | (corpo > 0 ? CORPO : 0);
        if (peso === 1 && corpo > 0) m.proprios[id]! += importancia * Math.min(1, corpo * 1.5);
      }
    }
    for (const id of tocados) {
      const f = tf[id]!;
      const c = campos[id]!;
      m.base[id]! += (importancia * f * (K1 + 1)) / (f + K1);
      if (c & (CORPO | TITULO | CONTEXTO)) m.cobertura[id]! += importancia;
      tf[id] = 0;
      campos[id] = 0;
    }
    tocados.length = 0;
  });
  for (const { termo, peso } of consulta.expansoes) {
    const l = listaDe(termo);
    const importancia = (peso * indice.idf(l.df)) / total;
    for (let k = 0; k < l.ids.length; k++) {
      const f = l.corpo[k]! + (l.campos[k]! & TITULO ? PESO_TITULO : 0) + (l.campos[k]! & CONTEXTO ? PESO_CONTEXTO : 0);
      m.expansao[l.ids[k]!]! += (importancia * f * (K1 + 1)) / (f + K1);
    }
  }
  return { ...m, pesos };
}
