/** Bounds of what is taken from the user: the files are hostile until read. Bytes are uncompressed ones. */
export interface LimitesReunir {
  /** How deep a ZIP may lie in another: 4 = a ZIP in a ZIP in a ZIP in a ZIP. */
  readonly maxNiveis: number;
  /** Entries of all ZIPs together. */
  readonly maxEntradas: number;
  readonly maxBytesArquivo: number;
  /** Of the whole set. */
  readonly maxBytesTotal: number;
  /** Uncompressed ÷ compressed of one entry. Text of tenders stays below 60. */
  readonly maxRazao: number;
}

export const MB = 1024 * 1024;

/** PNCP takes files of up to 30 MB; sets are rarely above 60 MB. */
export const LIMITES_REUNIR: LimitesReunir = { maxNiveis: 4, maxEntradas: 500, maxBytesArquivo: 100 * MB, maxBytesTotal: 300 * MB, maxRazao: 200 };

/** An entry this small is never a bomb, whatever its ratio. */
export const BYTES_SEM_RAZAO = 4 * MB;

/** What is left of the bounds while a set is opened; shared by all its ZIPs, counted down as they are read. */
export interface Orcamento {
  entradas: number;
  bytes: number;
}

export const toOrcamento = (l: LimitesReunir): Orcamento => ({ entradas: l.maxEntradas, bytes: l.maxBytesTotal });
