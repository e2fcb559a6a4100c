import type { TipoRegiao } from '../domain/estrutura.js';

/**
 * How much a part of the set speaks for a term of the contract, as a factor of the reading's weight. The edital's body
 * prevails (art. 92 II of Lei 14.133/2021 ties the contract to it); terms are often only in the TR or in the draft.
 */
const AUTORIDADE: Readonly<Record<TipoRegiao, number>> = { edital: 1, tr: 0.985, minuta: 0.97, anexo: 0.97, planilha: 0.96, modelo: 0.94, etp: 0.8, sumario: 0 };

export const pesarRegiao = (regiao: TipoRegiao, peso: number): number => Math.round(peso * AUTORIDADE[regiao] * 1000) / 1000;
