import { Caracteres } from './caracteres.js';
import type { PdfiumRaw } from './pdfium.js';

/** Quarter turns counter-clockwise of most of a page's text, in the page's own space. */
type Quartos = 0 | 1 | 2 | 3;

export interface PaginaDePe {
  readonly caracteres: Caracteres;
  /** Height of the page along its text, points. */
  readonly altura: number;
  /** The text is turned even as the page is shown: PDFium's order of it is not to be trusted. */
  readonly virada: boolean;
}

/** Characters asked for their direction. */
const AMOSTRA = 120;

/**
 * Boxes of a page whose text is turned (tables laid sideways, pages shown with a turn of their own) as whoever reads it
 * sees them, so that lines and cells are rebuilt along the text.
 */
export function turnUpright(m: PdfiumRaw, pagina: number, texto: number, c: Caracteres): PaginaDePe {
  const giro = m.wasmExports.FPDFPage_GetRotation(pagina);
  const deitada = giro % 2 === 1;
  const [w, h] = [m._FPDF_GetPageWidth(pagina), m._FPDF_GetPageHeight(pagina)];
  const [largura, altura] = deitada ? [h, w] : [w, h];
  const quartos = directionOf(m, texto);
  if (quartos) turn(c, quartos, largura, altura);
  return { caracteres: c, altura: quartos % 2 ? largura : altura, virada: (quartos - giro + 4) % 4 !== 0 };
}

/** The direction of more than half of the characters; upright when there is none. */
function directionOf(m: PdfiumRaw, texto: number): Quartos {
  const total = m._FPDFText_CountChars(texto);
  const passo = Math.max(1, Math.floor(total / AMOSTRA));
  const votos = [0, 0, 0, 0];
  let vistos = 0;
  for (let i = 0; i < total; i += passo) {
    if (m.wasmExports.FPDFText_GetUnicode(texto, i) <= 32) continue;
    const angulo = m.wasmExports.FPDFText_GetCharAngle(texto, i);
    if (angulo < 0) continue;
    // Told clockwise.
    votos[(4 - Math.round(angulo / (Math.PI / 2))) % 4]!++;
    vistos++;
  }
  const melhor = votos.indexOf(Math.max(...votos));
  return (votos[melhor]! * 2 > vistos ? melhor : 0) as Quartos;
}

/** Turns every box clockwise by as much as its text is turned counter-clockwise. */
function turn(c: Caracteres, quartos: Quartos, largura: number, altura: number): void {
  for (let i = 0; i < c.total; i++) {
    const [x0, x1, base, topo] = [c.x0[i]!, c.x1[i]!, c.base[i]!, c.topo[i]!];
    if (quartos === 1) set(c, i, base, topo, largura - x1, largura - x0);
    else if (quartos === 3) set(c, i, altura - topo, altura - base, x0, x1);
    else set(c, i, largura - x1, largura - x0, altura - topo, altura - base);
  }
}

function set(c: Caracteres, i: number, x0: number, x1: number, base: number, topo: number): void {
  c.x0[i] = x0;
  c.x1[i] = x1;
  c.base[i] = base;
  c.topo[i] = topo;
}
