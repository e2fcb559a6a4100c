import type { Desfecho } from '../../domain/analise.js';

export type Faixa = 'alta' | 'media' | 'cautela' | 'baixa';

/** Bands of relatorio.md § 4. Every whole score from 0 to 100 is in exactly one, and each maps to one outcome. */
const FAIXAS: readonly { readonly minimo: number; readonly faixa: Faixa; readonly desfecho: Desfecho; readonly texto: string }[] = [
  { minimo: 70, faixa: 'alta', desfecho: 'GO', texto: 'vale a pena' },
  { minimo: 50, faixa: 'media', desfecho: 'GO_CONDICIONADO', texto: 'vale a pena com ressalvas' },
  { minimo: 30, faixa: 'cautela', desfecho: 'NAO_RECOMENDADO', texto: 'cautela: decisão da diretoria' },
  { minimo: 0, faixa: 'baixa', desfecho: 'NAO_RECOMENDADO', texto: 'não vale a pena' },
];

const rowOf = (score: number) => FAIXAS.find((f) => score >= f.minimo) ?? FAIXAS.at(-1)!;

export const bandOf = (score: number): Faixa => rowOf(score).faixa;
/** The outcome of a band when no gate says otherwise. */
export const outcomeOf = (score: number): Desfecho => rowOf(score).desfecho;
export const wordingOf = (score: number): string => rowOf(score).texto;
