import type { Licitacao } from './licitacao.js';

/** The same in records that are probably one tender; null: nothing in it tells. */
export function toDuplicidade(l: Licitacao): string | null {
  const compra = /[?&]compra=(\d{17})(?!\d)/.exec(l.linkSistemaOrigem ?? '')?.[1];
  return compra ? `compra:${compra}` : null;
}
