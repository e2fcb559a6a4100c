import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';

/** The functions of the WASM module that the library does not wrap. */
export interface PdfiumRaw {
  _FPDF_LoadPage(documento: number, indice: number): number;
  _FPDF_ClosePage(pagina: number): void;
  _FPDF_GetPageHeight(pagina: number): number;
  _FPDF_GetPageWidth(pagina: number): number;
  /** `formato` 1 is grayscale, a byte a pixel; `linha` bytes of a row. */
  _FPDFBitmap_CreateEx(largura: number, altura: number, formato: number, ptr: number, linha: number): number;
  _FPDFBitmap_FillRect(bitmap: number, x: number, y: number, largura: number, altura: number, cor: number): void;
  _FPDFBitmap_Destroy(bitmap: number): void;
  /** `giro`: quarter turns clockwise, besides the page's own. */
  _FPDF_RenderPageBitmap(bitmap: number, pagina: number, x: number, y: number, largura: number, altura: number, giro: number, opcoes: number): void;
  _FPDFPage_CountObjects(pagina: number): number;
  _FPDFPage_GetObject(pagina: number, i: number): number;
  _FPDFPageObj_GetType(objeto: number): number;
  _FPDFText_LoadPage(pagina: number): number;
  _FPDFText_ClosePage(texto: number): void;
  _FPDFText_CountChars(texto: number): number;
  _FPDFText_GetText(texto: number, inicio: number, total: number, destino: number): number;
  readonly HEAPU8: Uint8Array;
  /** The functions themselves, without the checks the module wraps each call in: for what is called once per character. */
  readonly wasmExports: {
    malloc(bytes: number): number;
    free(ptr: number): void;
    /** Writes left, bottom, right, top as four floats at the four places. */
    FPDFPageObj_GetBounds(objeto: number, esquerda: number, base: number, direita: number, topo: number): number;
    FPDFFormObj_CountObjects(objeto: number): number;
    FPDFFormObj_GetObject(objeto: number, i: number): number;
    FPDFPage_GetRotation(pagina: number): number;
    /** Radians, clockwise, of the character's own direction in the page's space; negative when unknown. */
    FPDFText_GetCharAngle(texto: number, i: number): number;
    FPDFText_GetUnicode(texto: number, i: number): number;
    /** Writes left, top, right, bottom as floats: the advance box, as tall as the font, not the ink of the glyph. */
    FPDFText_GetLooseCharBox(texto: number, i: number, retangulo: number): number;
  };
}

/** An open document with the raw module that its pages are read with. */
export interface PdfAberto {
  readonly raw: PdfiumRaw;
  readonly idx: number;
  readonly totalPaginas: number;
  close(): void;
}

/** What a hostile PDF may make PDFium take; past it the document is refused. The largest real one measured took 60 MB. */
export const MAX_MEMORIA_PDF = 512 * 1024 * 1024;
/** WASM memory never shrinks: an instance that grew past this is thrown away after its document. */
const MEMORIA_REUSO = 160 * 1024 * 1024;

/** The part of WebAssembly used here; the DOM's types are not loaded. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(modulo: object, imports: object): Promise<object>;
  readonly RuntimeError: ErrorConstructor;
};

let biblioteca: Promise<PDFiumLibrary> | undefined;

/** One instance per thread: it is not thread-safe and costs ~50 ms to start. */
const getBiblioteca = (): Promise<PDFiumLibrary> => (biblioteca ??= PDFiumLibrary.init({ instantiateWasm: instantiate as never }));

/** After a crash inside PDFium its memory cannot be trusted: the next document gets a new instance. */
export const discardPdfium = (): void => void (biblioteca = undefined);

/** @throws Error of the library: `password`, `security`, or anything else for what is no PDF. */
export async function openPdfium(bytes: Uint8Array): Promise<PdfAberto> {
  const lib = await getBiblioteca();
  const doc = await lib.loadDocument(bytes);
  const { module: raw, documentIdx: idx } = doc as unknown as { module: PdfiumRaw; documentIdx: number };
  return { raw, idx, totalPaginas: doc.getPageCount(), close: () => close(doc, raw) };
}

function close(doc: PDFiumDocument, raw: PdfiumRaw): void {
  doc.destroy();
  if (raw.HEAPU8.length > MEMORIA_REUSO) discardPdfium();
}

interface Importacoes {
  readonly env: { emscripten_resize_heap: (bytes: number) => number; _abort_js: () => void };
}

let recusouMemoria = false;

/** Loads the WASM with a ceiling on the memory it may ask for (the build allows 2 GB). */
function instantiate(imports: Importacoes, receive: (instancia: object, modulo: object) => void): object {
  const resize = imports.env.emscripten_resize_heap;
  imports.env.emscripten_resize_heap = (bytes) => {
    recusouMemoria = bytes >>> 0 > MAX_MEMORIA_PDF;
    return recusouMemoria ? 0 : resize(bytes);
  };
  // The library's own would write to the console first.
  imports.env._abort_js = () => {
    throw new WebAssembly.RuntimeError('PDFium aborted');
  };
  void loadModulo().then(async (m) => receive(await WebAssembly.instantiate(m, imports), m));
  return {};
}

let modulo: Promise<object> | undefined;
const loadModulo = (): Promise<object> =>
  (modulo ??= readFile(fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'))).then((b) => WebAssembly.compile(b)));

/** Why PDFium itself broke down: out of the memory allowed, or a crash; null for an orderly error. */
export function whyCrashed(erro: unknown): 'memoria' | 'falha' | null {
  if (!(erro instanceof WebAssembly.RuntimeError || erro instanceof RangeError)) return null;
  return recusouMemoria ? 'memoria' : 'falha';
}
