import { lettersOf } from '../../../kernel/index.js';
import { isIlegivel } from './texto-ilegivel.js';

/** Why a page is sent to OCR: no text layer · a layer that is no text · an image of the whole page with a stamp or footer of native text. */
export type CausaOcr = 'sem_camada' | 'ilegivel' | 'imagem';

/** A page that OCR should read. */
export interface PaginaPendente {
  /** 1-based. */
  readonly numero: number;
  readonly causa: CausaOcr;
}

export interface SinaisDaPagina {
  /** Text layer as the PDF gives it. */
  readonly texto: string;
  /** False when the page is blank but for lines: nothing on it to be read. */
  readonly temImagem: () => boolean;
  /** Share of the page covered by images, 0 to 1; asked only of pages with little text. */
  readonly cobertura: () => number;
}

/** Letters and digits (a-z, 0-9) of the longest stamp, signature strip or footer; a page with more text than this is never sent to OCR while its text is one. */
export const MAX_LETRAS_CARIMBO = 600;
/** Of an image that is the page itself. */
export const COBERTURA_PAGINA = 0.55;

/** Whether, and why, a page needs OCR; null for a page whose text is good, or that is blank. Pure. */
export function decideOcr({ texto, temImagem, cobertura }: SinaisDaPagina): CausaOcr | null {
  const letras = lettersOf(texto).length;
  if (!letras && !/[\p{L}\p{N}\p{Co}\ufffd]/u.test(texto)) return temImagem() ? 'sem_camada' : null;
  if (isIlegivel(texto)) return 'ilegivel';
  return letras <= MAX_LETRAS_CARIMBO && cobertura() >= COBERTURA_PAGINA ? 'imagem' : null;
}
