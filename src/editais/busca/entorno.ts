import type { Casamento } from './casar.js';
import type { IndiceBusca } from './indice.js';

/** What a candidate's signals ask of the other candidates. */
export interface Entorno {
  /** The best other candidate of the clause's page, as a part of the best of all. */
  melhorOutraDaPagina(id: number): number;
  /** How many better candidates begin with the same words: a clause that annexes repeat. */
  vezesAntes(id: number): number;
}

const MAX_VEZES = 3;
const ABRE = 24;

/** Looks at the candidates, best first. */
export function lookAround(indice: IndiceBusca, m: Casamento, ids: readonly number[]): Entorno {
  const paginas = new Map<number, [melhor: number, segunda: number]>();
  const vezes = new Map<string, number>();
  const antes = new Map<number, number>();
  let maximo = Number.MIN_VALUE;
  for (const id of ids) {
    const base = m.base[id]!;
    const pagina = indice.clausulas[id]!.ordemPagina;
    const [melhor, segunda] = paginas.get(pagina) ?? [0, 0];
    paginas.set(pagina, base > melhor ? [base, melhor] : [melhor, Math.max(segunda, base)]);
    maximo = Math.max(maximo, base);
    const abertura = indice.termos[id]!.slice(0, ABRE).join(' ');
    const n = vezes.get(abertura) ?? 0;
    antes.set(id, Math.min(MAX_VEZES, n));
    vezes.set(abertura, n + 1);
  }
  return {
    melhorOutraDaPagina(id) {
      const [melhor, segunda] = paginas.get(indice.clausulas[id]!.ordemPagina) ?? [0, 0];
      return (m.base[id] === melhor ? segunda : melhor) / maximo;
    },
    vezesAntes: (id) => antes.get(id) ?? 0,
  };
}
