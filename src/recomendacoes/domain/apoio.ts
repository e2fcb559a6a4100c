import type { Mencao, TextoLido } from './mencao.js';
import { areasDe } from './read-ramos.js';
import type { Fonte } from './fonte.js';

/** A class that one product alone names, in a trade neither the CNAE nor the description speaks of: likely another meaning of the word. */
const SEM_APOIO_UMA = 0.45;
const SEM_APOIO_VARIAS = 0.75;
/** Products from which a profile tells enough to doubt one of them. */
const BASTANTES = 4;
export const COM_APOIO = 2;

/** Weight of description and CNAE when most products name no class that these speak of. */
export const OBSCURO = { descricao: 0.8, cnae: 0.7 } as const;

/** What the whole profile says of a class one of its texts names. */
export interface Apoio {
  /** How many texts of the company speak of the trade of a class. */
  de(ramo: number): number;
  /** What is left of a class one product names. */
  fator(m: Mencao, l: TextoLido): number;
  /** Most products name no class of a trade the rest speaks of. */
  readonly obscuros: boolean;
}

export function apoioDe(fontes: readonly Fonte[], lidos: readonly TextoLido[]): Apoio {
  const apoios = new Map<number, number>();
  let produtos = 0;
  lidos.forEach((l, i) => {
    const { tipo } = fontes[i]!;
    if (tipo === 'produto') produtos++;
    const areas = new Set(l.mencoes.filter((m) => tipo === 'cnae' || m.peso > 0.5).flatMap((m) => areasDe[m.ramo]!));
    for (const a of areas) apoios.set(a, (apoios.get(a) ?? 0) + (tipo === 'cnae' ? 1.5 : 1));
  });
  const de = (ramo: number): number => Math.max(...areasDe[ramo]!.map((a) => apoios.get(a) ?? 0));
  const claros = lidos.filter((l, i) => fontes[i]!.tipo === 'produto' && l.mencoes.some((m) => m.peso > 0.5 && de(m.ramo) >= COM_APOIO)).length;
  const fator = (m: Mencao, l: TextoLido): number => {
    if (produtos < BASTANTES || de(m.ramo) >= COM_APOIO) return 1;
    return /\s/.test(l.texto.slice(m.inicio, m.fim)) ? SEM_APOIO_VARIAS : SEM_APOIO_UMA;
  };
  return { de, fator, obscuros: claros * 2 < produtos };
}

/** A trade that few of the products are of is not the core: 0.8 to 1. */
export function centralidadeDe(fontes: readonly Fonte[], lidos: readonly TextoLido[]): (ramo: number) => number {
  const votos = new Map<number, number>();
  let total = 0;
  lidos.forEach((l, i) => {
    if (fontes[i]!.tipo !== 'produto') return;
    const areas = new Set(l.mencoes.filter((m) => m.zona === 'nucleo').flatMap((m) => areasDe[m.ramo]!));
    if (areas.size) total++;
    for (const a of areas) votos.set(a, (votos.get(a) ?? 0) + 1);
  });
  return (ramo) => (total < 4 ? 1 : 0.8 + 0.2 * Math.min(1, Math.max(...areasDe[ramo]!.map((a) => votos.get(a) ?? 0)) / total / 0.34));
}
