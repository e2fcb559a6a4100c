import type { DecimalTexto, Evidencia } from '../../kernel/index.js';

/** A row of the item table, as the edital prints it. What the row does not show is null. */
export interface ItemEdital {
  /** As printed: "1", "1.2", "27". */
  readonly numero: string;
  readonly lote: string | null;
  readonly descricao: string;
  readonly quantidade: DecimalTexto | null;
  readonly unidade: string | null;
  readonly valorUnitario: DecimalTexto | null;
  readonly valorTotal: DecimalTexto | null;
  readonly beneficio: 'exclusiva_me_epp' | 'cota_reservada' | 'ampla' | null;
  readonly evidencia: Evidencia;
  /** Whether quantity × unit price is the total; null when the row does not show the three. Absent where nobody checked. */
  readonly confere?: boolean | null;
  /** Portuguese, for the user: what is odd about the row's figures. */
  readonly nota?: string | null;
}
