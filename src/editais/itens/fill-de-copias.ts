import { Decimal } from 'decimal.js';
import type { ItemEdital } from '../domain/item.js';
import { confere } from './resolve-papeis.js';
import type { TabelaItens } from './tabela.js';

/** A copy is of the same list when at least this share of the rows have their number and quantity in it, and none contradicts it. */
const MESMA_LISTA = 0.8;
const MINIMO = 2;
const CAMPOS = ['unidade', 'valorUnitario', 'valorTotal'] as const;

/**
 * What the chosen rows do not show and a copy of the list in another part does (units in the TR, prices in the annex).
 * Only from a copy whose numbers and quantities are the same, only where the figures go on agreeing. Studies (ETP) are
 * of before, and give nothing.
 */
export function fillDeCopias(itens: readonly ItemEdital[], escolhidas: readonly TabelaItens[], tabelas: readonly TabelaItens[]): readonly ItemEdital[] {
  if (!itens.some((i) => CAMPOS.some((c) => i[c] === null))) return itens;
  const copias = tabelas.filter((t) => !escolhidas.includes(t) && t.regiao !== 'etp' && isMesmaLista(itens, t.itens));
  return copias.reduce<readonly ItemEdital[]>((atuais, copia) => atuais.map((i) => fillItem(i, copia.itens.find((x) => sameItem(i, x)))), itens);
}

const sameItem = (a: ItemEdital, b: ItemEdital): boolean => Number(a.numero) === Number(b.numero) && (a.lote === null || b.lote === null || a.lote === b.lote);
const equal = (a: string | null, b: string | null): boolean => a === null || b === null || new Decimal(a).eq(b);

function isMesmaLista(itens: readonly ItemEdital[], copia: readonly ItemEdital[]): boolean {
  const pares = itens.flatMap((i) => copia.filter((x) => sameItem(i, x) && x.quantidade !== null && i.quantidade !== null).slice(0, 1).map((x) => [i, x] as const));
  return pares.length >= MINIMO && pares.length >= itens.length * MESMA_LISTA && pares.every(([i, x]) => equal(i.quantidade, x.quantidade) && equal(i.valorUnitario, x.valorUnitario) && equal(i.valorTotal, x.valorTotal));
}

function fillItem(i: ItemEdital, copia: ItemEdital | undefined): ItemEdital {
  if (!copia) return i;
  const cheio = { ...i, unidade: i.unidade ?? copia.unidade, valorUnitario: i.valorUnitario ?? copia.valorUnitario, valorTotal: i.valorTotal ?? copia.valorTotal };
  const { quantidade: q, valorUnitario: u, valorTotal: t } = cheio;
  // Prices that do not multiply out are of another moment.
  const fecha = q === null || u === null || t === null || confere(q, u, t);
  if (!fecha) return { ...i, unidade: cheio.unidade };
  // Its arithmetic is another one now.
  const { confere: _, ...semConta } = cheio;
  return CAMPOS.slice(1).every((c) => i[c] === cheio[c]) ? cheio : semConta;
}
