/**
 * Where a statement comes from: a verbatim quote that stands on a page of a document. Nothing is a fact without one.
 * `documento` is the file's name inside the set that was read; `pagina` is 1-based.
 */
export interface Evidencia {
  readonly documento: string;
  readonly pagina: number;
  /** 12 to 400 characters, white space collapsed. */
  readonly trecho: string;
  /** Only when the page was read by OCR, which may be wrong: its mean confidence, 0 to 1. */
  readonly ocr?: number;
}

export const TRECHO_MINIMO = 12;
export const TRECHO_MAXIMO = 400;
