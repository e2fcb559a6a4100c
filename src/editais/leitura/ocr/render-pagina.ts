import type { PdfAberto } from '../pdfium.js';
import type { Giro } from './tesseract.js';

/** A page as an image: PGM (P5), a byte a pixel. */
export interface Imagem {
  readonly pgm: Uint8Array;
  readonly largura: number;
  readonly altura: number;
  /** Pixels an inch of the page. */
  readonly dpi: number;
  /** Share of pixels that are not paper. */
  readonly tinta: number;
}

/** A4 at 300 dpi has 8.7 million; a sheet of drawings is drawn smaller. */
const MAX_PIXELS = 12_000_000;
/** A page whose box is tiny (some scanners write pixels as points, others the reverse) is drawn this large at least. */
const MIN_PIXELS = 1_000_000;
const MAX_LADO = 12_000;
const FORMATO_CINZA = 1;
const BRANCO = 0xffffffff;
/** With annotations (stamps and signatures are drawn as such), gray, no smoothing for screens. */
const OPCOES = 0x01 | 0x08;
const ESCURO = 160;

/** The pixels an inch at which a page of these points is drawn. */
export function chooseDpi(largura: number, altura: number, dpi: number): number {
  const polegadas2 = (largura * altura) / (72 * 72);
  const pedido = Math.max(polegadas2 * dpi * dpi, MIN_PIXELS);
  const porLado = (MAX_LADO * 72) / Math.max(largura, altura);
  return Math.min(Math.sqrt(Math.min(pedido, MAX_PIXELS) / polegadas2), porLado);
}

/** Draws a page (0-based), turned by `giro` besides its own turn; null when PDFium cannot load it. Nothing of the PDF is run. */
export function renderPagina({ raw, idx }: PdfAberto, indice: number, dpiPedido: number, giro: Giro = 0): Imagem | null {
  const pagina = raw._FPDF_LoadPage(idx, indice);
  if (!pagina) return null;
  try {
    const [w, h] = [raw._FPDF_GetPageWidth(pagina), raw._FPDF_GetPageHeight(pagina)];
    if (!(w > 0 && h > 0)) return null;
    const dpi = chooseDpi(w, h, dpiPedido);
    const [x, y] = [Math.max(1, Math.round((w * dpi) / 72)), Math.max(1, Math.round((h * dpi) / 72))];
    const [largura, altura] = giro % 2 ? [y, x] : [x, y];
    const ptr = raw.wasmExports.malloc(largura * altura);
    if (!ptr) return null;
    const bitmap = raw._FPDFBitmap_CreateEx(largura, altura, FORMATO_CINZA, ptr, largura);
    try {
      raw._FPDFBitmap_FillRect(bitmap, 0, 0, largura, altura, BRANCO);
      raw._FPDF_RenderPageBitmap(bitmap, pagina, 0, 0, largura, altura, giro, OPCOES);
      return toImagem(raw.HEAPU8.subarray(ptr, ptr + largura * altura), largura, altura, dpi);
    } finally {
      raw._FPDFBitmap_Destroy(bitmap);
      raw.wasmExports.free(ptr);
    }
  } finally {
    raw._FPDF_ClosePage(pagina);
  }
}

function toImagem(cinza: Uint8Array, largura: number, altura: number, dpi: number): Imagem {
  const cabecalho = Buffer.from(`P5\n${largura} ${altura}\n255\n`);
  const pgm = new Uint8Array(cabecalho.length + cinza.length);
  pgm.set(cabecalho);
  pgm.set(cinza, cabecalho.length);
  let escuros = 0;
  for (const tom of cinza) if (tom < ESCURO) escuros++;
  return { pgm, largura, altura, dpi, tinta: escuros / cinza.length };
}
