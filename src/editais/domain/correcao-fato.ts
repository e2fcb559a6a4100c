import type { Evidencia } from '../../kernel/index.js';
import type { Ausencia, Campo } from './fato.js';

/** A person's word on a field: another value, or that there is none and why. It takes the place of the machine's reading. */
export interface CorrecaoFato {
  readonly alvo: 'fato';
  readonly campo: Campo;
  /** As `ValorPorCampo`; null only with `ausencia`. */
  readonly valor: unknown;
  readonly ausencia?: Exclude<Ausencia, 'nao_lido'>;
  /** Where the documents say it; checked against the page. */
  readonly evidencia?: Evidencia;
  readonly motivo: string;
  readonly autor: string;
  /** ISO instant. */
  readonly em: string;
}
