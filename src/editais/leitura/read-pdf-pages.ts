import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import { invalido, normalizeText } from '../../kernel/index.js';
import type { Pagina } from '../domain/pagina.js';
import { rebuildLinhas, type Caractere } from './rebuild-linhas.js';

/** The functions of the WASM module that the library does not wrap. */
interface PdfiumRaw {
  _FPDFText_LoadPage(pagina: number): number;
  _FPDFText_ClosePage(texto: number): void;
  _FPDFText_CountChars(texto: number): number;
  _FPDFText_GetUnicode(texto: number, i: number): number;
  /** Writes left, top, right, bottom as floats: the advance box, as tall as the font, not the ink of the glyph. */
  _FPDFText_GetLooseCharBox(texto: number, i: number, retangulo: number): number;
  _FPDF_ClosePage(pagina: number): void;
  HEAPU8: Uint8Array;
  wasmExports: { malloc(bytes: number): number; free(ptr: number): void };
}

let biblioteca: Promise<PDFiumLibrary> | undefined;

/** One WASM instance per thread: it is not thread-safe and costs ~50 ms to start. */
const getBiblioteca = (): Promise<PDFiumLibrary> => (biblioteca ??= PDFiumLibrary.init());

export interface PdfLido {
  readonly totalPaginas: number;
  readonly paginas: Pagina[];
}

/**
 * Text and geometry of each page, up to `maxPaginas`. Scripts, links and forms of the PDF are never run or followed.
 * @throws AlicitError `pdf_cifrado`, `pdf_corrompido`
 */
export async function readPdfPages(bytes: Uint8Array, maxPaginas: number): Promise<PdfLido> {
  const pdf = await openPdf(bytes);
  try {
    const totalPaginas = pdf.getPageCount();
    const paginas: Pagina[] = [];
    for (let i = 0; i < Math.min(totalPaginas, maxPaginas); i++) paginas.push(readPage(pdf, i));
    return { totalPaginas, paginas };
  } finally {
    pdf.destroy();
  }
}

async function openPdf(bytes: Uint8Array): Promise<PDFiumDocument> {
  try {
    return await (await getBiblioteca()).loadDocument(bytes);
  } catch (erro) {
    if (/password|security/i.test(String(erro))) throw invalido('pdf_cifrado', 'O PDF está protegido por senha. Envie uma cópia sem senha.');
    throw invalido('pdf_corrompido', 'O PDF está truncado ou corrompido e não pôde ser aberto. Baixe o arquivo de novo.');
  }
}

function readPage(pdf: PDFiumDocument, indice: number): Pagina {
  const vazia: Pagina = { numero: indice + 1, texto: '', linhas: [], origem: 'nenhum' };
  let pagina;
  try {
    pagina = pdf.getPage(indice);
  } catch {
    return vazia;
  }
  const { module, pageIdx } = pagina as unknown as { module: PdfiumRaw; pageIdx: number };
  try {
    const { originalHeight } = pagina.getOriginalSize();
    const texto = normalizePdfText(pagina.getText());
    if (!/[\p{L}\p{N}]/u.test(texto)) return vazia;
    return { numero: indice + 1, texto, linhas: rebuildLinhas(readCaracteres(module, pageIdx), originalHeight), origem: 'nativo' };
  } finally {
    module._FPDF_ClosePage(pageIdx);
  }
}

/** PDFium marks a hyphen at a line's end with U+FFFE or U+0002: the word goes on in the next line. */
const normalizePdfText = (texto: string): string =>
  normalizeText(texto.replace(/[\ufffe\u0002]\r?\n?/g, '-\n').replace(/\ufffd/g, ' ')).replace(/[ \t]+\n/g, '\n').trimEnd();

function readCaracteres(m: PdfiumRaw, pageIdx: number): Caractere[] {
  const texto = m._FPDFText_LoadPage(pageIdx);
  if (!texto) return [];
  const ptr = m.wasmExports.malloc(16);
  const caracteres: Caractere[] = [];
  try {
    const total = m._FPDFText_CountChars(texto);
    for (let i = 0; i < total; i++) {
      const codigo = m._FPDFText_GetUnicode(texto, i);
      if (codigo <= 32 || codigo === 0xfffe || codigo === 0xfffd) continue;
      // Ink boxes would leave commas on a line of their own and open gaps beside every "1".
      if (!m._FPDFText_GetLooseCharBox(texto, i, ptr)) continue;
      const caixa = new DataView(m.HEAPU8.buffer, ptr, 16);
      caracteres.push({
        c: String.fromCodePoint(codigo),
        x0: caixa.getFloat32(0, true),
        x1: caixa.getFloat32(8, true),
        base: caixa.getFloat32(12, true),
        topo: caixa.getFloat32(4, true),
      });
    }
  } finally {
    m.wasmExports.free(ptr);
    m._FPDFText_ClosePage(texto);
  }
  return caracteres;
}
