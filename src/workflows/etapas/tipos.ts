import type { Posse } from '../../analises/analises.module.js';
import type { Etapa } from '../../analises/index.js';

/** A run of this process: its lease, and the signal that says it should stop. */
export interface Execucao {
  readonly posse: Posse;
  readonly sinal: AbortSignal;
}

/**
 * What stages hand to each other, kept by the workflow: names of work by content, never documents or a company's data.
 * The work itself is found by its name.
 */
export interface Passagem {
  readonly analiseId: string;
  /** Work of `reunir`: the documents of the set. */
  readonly reuniao?: string | undefined;
  /** Work of `extrair`. */
  readonly leitura?: string | undefined;
  /** Work of `julgar`. */
  readonly julgamento?: string | undefined;
  /** Work of `relatar`. */
  readonly relatorio?: string | undefined;
}

/** The five stages as the workflow calls them. */
export type Passos = Readonly<Record<Etapa, (execucao: Execucao, passagem: Passagem) => Promise<Passagem>>>;
