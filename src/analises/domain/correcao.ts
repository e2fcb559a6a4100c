import type { CorrecaoFato } from '../../editais/index.js';
import type { StatusRequisito } from './analise.js';

/** A person's word on a row of the habilitação matrix. What is absent stays as the machine has it. */
export interface CorrecaoRequisito {
  readonly alvo: 'requisito';
  /** Of `RequisitoHabilitacao`. */
  readonly id: string;
  /** False: the edital does not ask for it; the row leaves the matrix and is kept apart. */
  readonly exigido?: boolean;
  readonly status?: StatusRequisito;
  /** Last day of validity of the company's document (ISO day); null = does not expire. */
  readonly validade?: string | null;
  readonly motivo: string;
  readonly autor: string;
  /** ISO instant. */
  readonly em: string;
}

export type Correcao = CorrecaoFato | CorrecaoRequisito;
