import type { DecimalTexto } from '../../kernel/index.js';

/** The arithmetic of an item table: what each row and the sum of all say against what is printed. */
export interface ConferenciaItens {
  readonly itens: number;
  /** Rows that show quantity, unit price and total, and where quantity × unit price is the total. */
  readonly conferem: number;
  /** Rows that show the three and do not agree: each has a note of its own. */
  readonly naoConferem: number;
  /** Rows that do not show the three: nothing to check. */
  readonly semConta: number;
  /** Sum of the totals of the rows; null when a row has none. */
  readonly soma: DecimalTexto | null;
  /** The total that the sum is held against, and where it is printed; null when there is none. */
  readonly total: { readonly valor: DecimalTexto; readonly fonte: 'tabela' | 'valor_estimado_total' } | null;
  /** Null when the sum or the total is unknown. */
  readonly somaConfere: boolean | null;
  /** Portuguese, for the user: the first divergences. */
  readonly divergencias: readonly string[];
}
