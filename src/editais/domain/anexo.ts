import type { Evidencia } from '../../kernel/index.js';

/** An annex that the edital cites, and whether it is among what was read. */
export interface AnexoCitado {
  /** "Anexo III". */
  readonly nome: string;
  /** As the list of annexes or the heading says; null when neither does. */
  readonly titulo: string | null;
  readonly mencoes: number;
  readonly citadoEm: Evidencia | null;
  readonly presente: boolean;
  /** Where it begins; null when absent, or when it is a file of its own. */
  readonly presenteEm: { readonly documento: string; readonly pagina: number } | null;
}
