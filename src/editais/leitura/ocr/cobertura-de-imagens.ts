import type { PdfiumRaw } from '../pdfium.js';

const OBJETO_IMAGEM = 3;
const OBJETO_FORMULARIO = 5;
/** Objects looked at: scanners cut a page into some dozens of strips. */
const MAX_OBJETOS = 400;
const MAX_DENTRO = 50;

/** Share of the page's area covered by images, 0 to 1; images that overlap count twice, up to 1. A form counts as an image when it holds one. */
export function coberturaDeImagens(m: PdfiumRaw, pagina: number): number {
  const area = m._FPDF_GetPageWidth(pagina) * m._FPDF_GetPageHeight(pagina);
  if (!(area > 0)) return 0;
  const ptr = m.wasmExports.malloc(16);
  try {
    let coberta = 0;
    const total = Math.min(m._FPDFPage_CountObjects(pagina), MAX_OBJETOS);
    for (let i = 0; i < total; i++) {
      const objeto = m._FPDFPage_GetObject(pagina, i);
      if (!isImagem(m, objeto)) continue;
      if (!m.wasmExports.FPDFPageObj_GetBounds(objeto, ptr, ptr + 4, ptr + 8, ptr + 12)) continue;
      const [esquerda, base, direita, topo] = new Float32Array(m.HEAPU8.buffer, ptr, 4) as unknown as [number, number, number, number];
      coberta += Math.max(0, direita - esquerda) * Math.max(0, topo - base);
    }
    return Math.min(1, coberta / area);
  } finally {
    m.wasmExports.free(ptr);
  }
}

function isImagem(m: PdfiumRaw, objeto: number): boolean {
  const tipo = m._FPDFPageObj_GetType(objeto);
  if (tipo !== OBJETO_FORMULARIO) return tipo === OBJETO_IMAGEM;
  const { FPDFFormObj_CountObjects: count, FPDFFormObj_GetObject: get } = m.wasmExports;
  for (let i = 0; i < Math.min(count(objeto), MAX_DENTRO); i++) if (m._FPDFPageObj_GetType(get(objeto, i)) === OBJETO_IMAGEM) return true;
  return false;
}
