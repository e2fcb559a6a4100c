import type { RequisitoHabilitacao } from '../../domain/analise.js';
import { isSoAssinar } from '../portoes/exigencias.js';

/** Mark of a requirement; null when it is not known whether it is met. */
export function pointsOf(r: RequisitoHabilitacao): number | null {
  switch (r.status) {
    case 'atende': return 100;
    case 'a_providenciar': return isSoAssinar(r) ? 100 : r.sanavel ? 80 : 70;
    case 'nao_atende': return r.sanavel ? 60 : 0;
    case 'falta_dado':
    case 'a_esclarecer': return null;
  }
}

/** Critical groups weigh more: what cannot be put right after winning. */
const CRITICIDADE: Readonly<Record<RequisitoHabilitacao['grupo'], number>> = { tecnica: 3, economica: 3, juridica: 2, fiscal: 2, trabalhista: 2, social: 1, declaracao: 1, proposta: 1 };
export const weightOf = (r: RequisitoHabilitacao): number => CRITICIDADE[r.grupo];

/** Weighted mean of the known marks; null when none is known. */
export function meanOf(rs: readonly RequisitoHabilitacao[]): number | null {
  let soma = 0;
  let pesos = 0;
  for (const r of rs) {
    const p = pointsOf(r);
    if (p === null) continue;
    soma += p * weightOf(r);
    pesos += weightOf(r);
  }
  return pesos ? soma / pesos : null;
}
