import { Decimal } from 'decimal.js';
import type { ItemEdital } from '../../editais/index.js';
import type { Atestado } from '../../empresas/index.js';
import { fold } from '../../kernel/index.js';
import { radicais } from './similares.js';

/** An item and how much of it the company's attestations show. */
export interface Cobertura {
  readonly item: ItemEdital;
  readonly exigido: Decimal;
  readonly comprovado: Decimal;
}

/**
 * For each item with a quantity: the sum of the attestations of the same thing, against the percentage asked. The same
 * thing: the attestation names the item's first noun (of a single item it is enough to be of the object), and their
 * units do not differ. Null when the items cannot be
 * compared (no quantities).
 */
export function coverItens(itens: readonly ItemEdital[], atestados: readonly Atestado[], pct: string): Cobertura[] | null {
  if (!itens.length || itens.some((i) => i.quantidade === null)) return null;
  return itens.map((item) => ({
    item,
    exigido: new Decimal(item.quantidade!).mul(pct).div(100),
    comprovado: atestados.filter((a) => a.quantidade !== undefined && isMesmaCoisa(item, a, itens.length === 1)).reduce((s, a) => s.plus(a.quantidade!), new Decimal(0)),
  }));
}

function isMesmaCoisa(item: ItemEdital, a: Atestado, unico: boolean): boolean {
  const [nucleo] = radicais(item.descricao);
  if (!unico && (!nucleo || !radicais(a.descricao).has(nucleo))) return false;
  return !item.unidade || !a.unidade || fold(item.unidade).slice(0, 2) === fold(a.unidade).slice(0, 2);
}
