/**
 * Where a statement comes from: a verbatim quote that stands on a page of a document. Nothing is a fact without one.
 * `documento` is the file's name inside the set that was read; `pagina` is 1-based.
 */
export interface Evidencia {
  readonly documento: string;
  readonly pagina: number;
  /** 12 to 400 characters, white space collapsed. */
  readonly trecho: string;
}

export const TRECHO_MINIMO = 12;
export const TRECHO_MAXIMO = 400;
