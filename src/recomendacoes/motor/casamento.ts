import type { BeneficioMeEpp } from '../ordenar/tipos.js';

/** Why a tender's topic suits a company, as it is kept: at most a few, the strongest first. */
export interface RazaoGuardada {
  /** As the company wrote it; null: its description or a CNAE. */
  readonly produto: string | null;
  readonly fonte: 'produto' | 'descricao' | 'cnae';
  readonly trecho: string;
  /** Number of the item; null: the object. */
  readonly item: number | null;
  readonly tipo: string;
  readonly classe: string | null;
}

/** A word the company excludes. `nucleo`: it is what is bought; `passagem`: it is only named. */
export interface ExclusaoGuardada {
  readonly palavra: string;
  readonly trecho: string;
  readonly alcance: 'nucleo' | 'passagem';
}

/** Why a tender and a company met. */
export interface Casamento {
  readonly razoes: readonly RazaoGuardada[];
  readonly exclusoes: readonly ExclusaoGuardada[];
}

/** A match, as the thread computes it. `topico` 0 to 1. */
export interface Achado extends Casamento {
  readonly numero: string;
  readonly topico: number;
  readonly excluida: boolean;
}

/** What of the items the ranking looks at. */
export type { BeneficioMeEpp };
