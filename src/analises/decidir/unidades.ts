import { squeeze } from '../../kernel/index.js';
import { fatoDe, type Caso, type Unidade } from './caso.js';
import type { ItemDecisao } from './itens.js';

const cut = (t: string): string => (t.length > 120 ? `${t.slice(0, 117).trimEnd()}…` : t);

/** The whole tender, or the rows of it that a company would bid for. */
export const wholeOf = (c: Caso, itens: readonly ItemDecisao[] = c.linhas): Unidade => ({
  tipo: 'edital', id: 'edital', itens, inteira: itens.length === c.linhas.length,
  titulo: cut(squeeze(fatoDe(c, 'objeto')?.valor ?? c.licitacao?.objeto ?? 'Edital')),
});

/**
 * The parts that are adjudicated on their own: rows when by item, lots when by lot. Empty when the tender is one (global,
 * a single row) or when nobody knows how it is adjudicated: nothing is cut by guess.
 */
export function cutUnidades(c: Caso): Unidade[] {
  switch (fatoDe(c, 'adjudicacao')?.valor) {
    case 'item':
      return c.linhas.length > 1 ? c.linhas.map((i) => ({ tipo: 'item', id: idOf(i), titulo: cut(squeeze(i.descricao)), itens: [i], inteira: false })) : [];
    case 'lote': {
      const lotes = Map.groupBy(c.linhas.filter((i) => i.lote !== null), (i) => i.lote!);
      if (lotes.size < 2) return [];
      return [...lotes].map(([lote, itens]) => ({ tipo: 'lote', id: lote, titulo: cut(squeeze(`Lote ${lote}: ${itens[0]!.descricao}`)), itens, inteira: false }));
    }
    default:
      return [];
  }
}

const idOf = (i: ItemDecisao): string => (i.lote ? `${i.lote}/${i.numero}` : i.numero);
