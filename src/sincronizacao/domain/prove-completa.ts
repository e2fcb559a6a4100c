/** One answer to one page of a window, in the order the answers came: pages of a window are asked one after the other. */
export interface Observacao {
  readonly pagina: number;
  /** The window's total, as this answer says it. */
  readonly total: number;
  /** How many pages, as this answer says; null when it does not. */
  readonly totalPaginas: number | null;
  /** Keys of the records that came: see `chavesDe`. */
  readonly chaves: readonly string[];
  /** When it was asked. */
  readonly pedidaEm: Date;
}

/** The list was whole at that moment, and had so many records. */
export interface Prova {
  readonly em: Date;
  readonly total: number;
}

/** An answer without anything: no records and no total (204). It says nothing about the list when others have something. */
export const isVazia = (o: Observacao): boolean => o.total === 0 && o.chaves.length === 0;

/**
 * The last moment at which the records seen are known to be all there were; null when no such moment is known.
 *
 * A record seen before and after an answer was on the list at that answer (it does not leave and come back). When those
 * are as many as the answer's total, the list was exactly them, in whatever order its pages were cut and however it moved
 * before and after. A total may be told wrong now and then, so two answers in a row must agree, each with its own count:
 * one of them is right, and the moment told is that of the first. A single page that is not full needs no other: it is
 * the whole list by itself.
 */
export function proveCompleta(observacoes: readonly Observacao[], tamanhoPagina: number): Prova | null {
  const cheias = observacoes.filter((o) => !isVazia(o));
  const presentes = countPresentes(cheias);
  for (let i = cheias.length - 1; i >= 0; i--) {
    const o = cheias[i]!;
    if (presentes[i] !== o.total) continue;
    if (o.pagina === 1 && o.chaves.length === o.total && o.total < tamanhoPagina && (o.totalPaginas ?? 1) <= 1) return { em: o.pedidaEm, total: o.total };
    if (i > 0 && presentes[i - 1] === o.total && cheias[i - 1]!.total === o.total) return { em: cheias[i - 1]!.pedidaEm, total: o.total };
  }
  return null;
}

/** Of each answer, how many records are known to have been on the list when it was made. */
function countPresentes(observacoes: readonly Observacao[]): readonly number[] {
  const primeira = new Map<string, number>();
  const ultima = new Map<string, number>();
  observacoes.forEach((o, i) => {
    for (const c of o.chaves) {
      if (!primeira.has(c)) primeira.set(c, i);
      ultima.set(c, i);
    }
  });
  const passos = new Array<number>(observacoes.length + 1).fill(0);
  for (const [chave, de] of primeira) {
    passos[de]!++;
    passos[ultima.get(chave)! + 1]!--;
  }
  let soma = 0;
  return observacoes.map((_, i) => (soma += passos[i]!));
}

/** Distinct records seen. */
export const countDistintas = (observacoes: readonly Observacao[]): number => new Set(observacoes.flatMap((o) => o.chaves)).size;
