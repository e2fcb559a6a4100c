import type { Evidencia } from '../../kernel/index.js';

/**
 * A change that a retificação or an errata brings, with both texts as a person reads them. `campo` is one of the facts
 * (`sessao_abertura`…), `exigencias`, `itens`, or `texto` for what is none of them.
 */
export interface Mudanca {
  readonly campo: string;
  readonly de: string | null;
  readonly para: string | null;
  readonly evidenciaDe: Evidencia | null;
  readonly evidenciaPara: Evidencia | null;
}
