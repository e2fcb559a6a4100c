import { fold, normalizeText } from '../../../kernel/index.js';

/** A page ready to be searched: its letters and digits alone, each with its place in the text. */
export interface PaginaDobrada {
  readonly texto: string;
  /** Folded, unit by unit: as long as `texto`. */
  readonly dobrado: string;
  /** Letters and digits of `dobrado`, nothing between them. */
  readonly letras: string;
  /** Place of each letter in `texto`. */
  readonly lugares: Uint32Array;
}

const isLetra = (c: number): boolean => (c > 96 && c < 123) || (c > 47 && c < 58);

/** White space, hyphenation, quotes, dashes, case and accents are of the typesetter: what is compared is letters and digits. */
export function dobrarPagina(bruto: string): PaginaDobrada {
  const texto = normalizeText(bruto);
  const dobrado = fold(texto);
  const lugares = new Uint32Array(dobrado.length);
  const partes: string[] = [];
  let n = 0;
  for (let i = 0; i < dobrado.length; i++) {
    const c = dobrado.charCodeAt(i);
    if (!isLetra(c)) continue;
    lugares[n++] = i;
    partes.push(dobrado[i]!);
  }
  return { texto, dobrado, letras: partes.join(''), lugares: lugares.slice(0, n) };
}

export const lettersDobradas = (dobrado: string): string => dobrado.replace(/[^a-z0-9]+/g, '');
