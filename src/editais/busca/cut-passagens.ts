import { squeeze } from '../../kernel/index.js';
import type { IndiceBusca } from './indice.js';
import type { Nota } from './pick-trechos.js';

/** Raise it when the same set gives other passages: their vectors are kept by this. */
export const VERSAO_PASSAGENS = '1';
/** Clauses go on being joined below this; a vector of much more text means everything and nothing. */
const TAMANHO = 900;
const MAXIMO = 2000;
/** No passage has so many; what comes back from a store of vectors is not trusted. */
const MAX_CLAUSULAS = 1000;

/** Neighbouring clauses of one page and one section, with their headings: what a vector is made of. */
export interface Passagem {
  /** Places of its first and last clause in `IndiceBusca.clausulas`: "12-17". */
  readonly id: string;
  readonly texto: string;
}

/** The whole set in passages, in order; every clause is in one. */
export function cutPassagens({ clausulas, t }: IndiceBusca): Passagem[] {
  const passagens: Passagem[] = [];
  for (let a = 0; a < clausulas.length; ) {
    const primeira = clausulas[a]!;
    let b = a;
    for (let proxima = clausulas[b + 1]; proxima; proxima = clausulas[b + 1]) {
      if (proxima.ordemPagina !== primeira.ordemPagina || proxima.secao !== primeira.secao || proxima.fim - primeira.inicio > TAMANHO) break;
      b++;
    }
    const titulos = [t.regiaoEm(primeira.inicio).titulo.slice(0, 80), primeira.secao, primeira.contexto].filter(Boolean).join(' · ');
    passagens.push({ id: `${a}-${b}`, texto: `${squeeze(titulos)}\n${squeeze(t.texto.slice(primeira.inicio, clausulas[b]!.fim))}`.slice(0, MAXIMO) });
    a = b + 1;
  }
  return passagens;
}

/** Passages by meaning, best first → the clause of each that the words like best (its first, when they like none). */
export function chooseClausulas(notas: readonly Nota[], passagens: readonly string[]): number[] {
  const porId = new Map(notas.map((n) => [n.id, n.nota]));
  return passagens.flatMap((id) => {
    const [, de = '', ate = ''] = /^(\d{1,6})-(\d{1,6})$/.exec(id) ?? [];
    const [a, b] = [Number(de), Number(ate)];
    if (!de || b < a || b - a > MAX_CLAUSULAS) return [];
    let melhor = a;
    for (let k = a; k <= b; k++) if ((porId.get(k) ?? 0) > (porId.get(melhor) ?? 0)) melhor = k;
    return [melhor];
  });
}
