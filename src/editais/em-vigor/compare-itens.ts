import { Decimal } from 'decimal.js';
import { formatDinheiro } from '../../kernel/index.js';
import type { ItemEdital } from '../domain/item.js';
import type { Mudanca } from '../domain/mudanca.js';

const idOf = (i: ItemEdital): string => `${i.lote ?? ''}/${i.numero}`;
const tituloDe = (i: ItemEdital): string => `${i.lote ? `lote ${i.lote}, ` : ''}item ${i.numero}`;

/** Items taken out, added, or with another quantity, price or benefit, and the sum of the items when it changed. */
export function compareItens(antes: readonly ItemEdital[], depois: readonly ItemEdital[]): Mudanca[] {
  if (!antes.length || !depois.length) return [];
  const novos = new Map(depois.map((i) => [idOf(i), i]));
  const velhos = new Map(antes.map((i) => [idOf(i), i]));
  const mudancas: Mudanca[] = [];
  for (const a of antes) {
    const d = novos.get(idOf(a));
    if (!d) mudancas.push(toMudanca(a, null, `${tituloDe(a)}: ${a.descricao.slice(0, 80)}`, null));
    else {
      const [de, para] = [show(a), show(d)];
      if (de !== para) mudancas.push(toMudanca(a, d, `${tituloDe(a)}: ${de}`, `${tituloDe(d)}: ${para}`));
    }
  }
  for (const d of depois) if (!velhos.has(idOf(d))) mudancas.push(toMudanca(null, d, null, `${tituloDe(d)}: ${d.descricao.slice(0, 80)}`));
  const [somaA, somaD] = [sum(antes), sum(depois)];
  if (somaA && somaD && !somaA.eq(somaD)) mudancas.push({ campo: 'itens', de: `soma dos itens ${formatDinheiro(somaA.toString())}`, para: `soma dos itens ${formatDinheiro(somaD.toString())}`, evidenciaDe: null, evidenciaPara: null });
  return mudancas;
}

const toMudanca = (a: ItemEdital | null, d: ItemEdital | null, de: string | null, para: string | null): Mudanca => ({ campo: 'itens', de, para, evidenciaDe: a?.evidencia ?? null, evidenciaPara: d?.evidencia ?? null });

const show = (i: ItemEdital): string =>
  [i.quantidade && `${i.quantidade} ${i.unidade ?? ''}`.trim(), i.valorUnitario && `unitário ${formatDinheiro(i.valorUnitario)}`, i.valorTotal && `total ${formatDinheiro(i.valorTotal)}`, i.beneficio?.replaceAll('_', ' ')].filter(Boolean).join(', ');

/** Null when any item has no total: a partial sum means nothing. */
function sum(itens: readonly ItemEdital[]): Decimal | null {
  return itens.every((i) => i.valorTotal !== null) ? itens.reduce((s, i) => s.plus(i.valorTotal!), new Decimal(0)) : null;
}
