import type { Razao } from './tipos.js';

/** A text of the company that speaks of what it sells. */
export interface Fonte {
  readonly tipo: Razao['fonte'];
  readonly texto: string;
  /** How much it is believed. */
  readonly peso: number;
}
