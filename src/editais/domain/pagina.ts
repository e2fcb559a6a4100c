/** A run of text of one visual line, separated from its neighbours by a gap: a table cell, mostly. Points, origin at the left. */
export interface Celula {
  readonly texto: string;
  readonly x0: number;
  readonly x1: number;
  /**
   * Gaps inside the run that are wider than between words yet do not cut it: cells of a tight table, mostly. Three
   * numbers each: where the text before ends (index in `texto`, a space), where it ends and the next begins in points.
   */
  readonly vaos?: readonly number[];
}

/** A visual line rebuilt from the characters' boxes, top to bottom. `y` in points from the top. */
export interface Linha {
  readonly y: number;
  readonly altura: number;
  readonly celulas: readonly Celula[];
}

/** How a page's text was had. */
export type OrigemTexto = 'nativo' | 'ocr' | 'nenhum';

export interface Pagina {
  /** 1-based. */
  readonly numero: number;
  /** In content order (cell after cell in tables), lines separated by `\n`; NFC. Repeated headers and footers are gone after page 1. */
  readonly texto: string;
  /** Visual lines, for tables. Formats without geometry (DOCX, XLSX, HTML, TXT) get one in which only the order counts: 100 points a column. */
  readonly linhas: readonly Linha[];
  readonly origem: OrigemTexto;
  /** Only of pages read by OCR: mean confidence of their words, 0 to 1, weighted by length. */
  readonly confiancaOcr?: number;
}
