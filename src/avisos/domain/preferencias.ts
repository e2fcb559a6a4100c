/** How something is told by e-mail; `desligado`: that kind is not told at all, by any channel. */
export const MODOS = ['instantaneo', 'resumo', 'desligado'] as const;
export type Modo = (typeof MODOS)[number];

/** Days of the digest, Monday first. */
export const DIAS_SEMANA = ['seg', 'ter', 'qua', 'qui', 'sex', 'sab', 'dom'] as const;
export type DiaSemana = (typeof DIAS_SEMANA)[number];

/** Which recommendations are told. Empty lists and nulls: no condition. */
export interface FiltrosRecomendacao {
  readonly ufs: readonly string[];
  /** Codes of PNCP. */
  readonly modalidades: readonly number[];
  /** Decimal strings, R$. */
  readonly valorMinimo: string | null;
  readonly valorMaximo: string | null;
}

/** How a company wants to be told. Hours are of Brasília, `HH:MM`. */
export interface Preferencias {
  /** `minimo`: least score, 0 to 1. */
  readonly recomendacao: { readonly modo: Modo; readonly minimo: number; readonly filtros: FiltrosRecomendacao };
  /** Business days before each deadline; empty: no alerts. Always at once (but for the quiet hours). */
  readonly prazo: { readonly diasUteisAntes: readonly number[] };
  readonly mudanca: { readonly modo: Modo };
  readonly certidao: { readonly modo: Modo };
  readonly resumo: { readonly hora: string; readonly dias: readonly DiaSemana[] };
  /** No e-mail at once between these hours (the second may be of the next day); null: none. */
  readonly silencio: { readonly inicio: string; readonly fim: string } | null;
}

/** What holds until the company says otherwise. */
export const PADRAO: Preferencias = {
  recomendacao: { modo: 'resumo', minimo: 0, filtros: { ufs: [], modalidades: [], valorMinimo: null, valorMaximo: null } },
  prazo: { diasUteisAntes: [5, 2, 1] },
  mudanca: { modo: 'instantaneo' },
  certidao: { modo: 'resumo' },
  resumo: { hora: '08:00', dias: ['seg', 'ter', 'qua', 'qui', 'sex'] },
  silencio: { inicio: '20:00', fim: '07:00' },
};
