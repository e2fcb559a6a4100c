import type { BeneficioMeEpp } from './casamento.js';

/** What the items reserve to micro and small companies; null: there are no items, or none says. */
export function beneficioDe(itens: readonly { readonly beneficio: string | null }[]): BeneficioMeEpp | null {
  const ditos = itens.filter((i) => i.beneficio !== null);
  if (!ditos.length) return null;
  if (ditos.length === itens.length && ditos.every((i) => i.beneficio === 'exclusiva_me_epp')) return 'exclusiva';
  return ditos.some((i) => i.beneficio === 'exclusiva_me_epp' || i.beneficio === 'cota_reservada') ? 'parcial' : 'nenhuma';
}
