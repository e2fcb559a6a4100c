import type { Posse } from '../../analises/analises.module.js';
import type { Etapa } from '../../analises/index.js';

/** A run of this process: its lease, and the signal that says it should stop. */
export interface Execucao {
  readonly posse: Posse;
  readonly sinal: AbortSignal;
}

/**
 * What stages hand to each other, kept by the workflow: names of finished work by content, never documents or a
 * company's data. Each is the name of its stage's work.
 */
export interface Passagem {
  readonly analiseId: string;
  readonly reunir?: string | undefined;
  readonly ler?: string | undefined;
  readonly extrair?: string | undefined;
  readonly julgar?: string | undefined;
  readonly aconselhar?: string | undefined;
  readonly relatar?: string | undefined;
}

/** What a stage did. */
export interface Feito {
  /** Name of its work. */
  readonly trabalho: string;
  /** Found done. */
  readonly reaproveitada: boolean;
}

/** The stages. */
export type Passos = Readonly<Record<Etapa, (execucao: Execucao, passagem: Passagem) => Promise<Feito>>>;
