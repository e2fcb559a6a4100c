import { normalizeText } from '../../kernel/index.js';
import type { Linha, Pagina } from '../domain/pagina.js';
import { Caracteres } from './caracteres.js';
import { decideOcr, type CausaOcr } from './ocr/decide-ocr.js';
import { coberturaDeImagens } from './ocr/cobertura-de-imagens.js';
import type { PdfAberto, PdfiumRaw } from './pdfium.js';
import { turnUpright } from './turn-upright.js';
import { rebuildLinhas } from './rebuild-linhas.js';

/** A dense page of a tender has 8,000; past this a page is an attack on memory and the rest of it is not read. */
const MAX_CARACTERES = 200_000;

/** A page as its text layer gives it, and why OCR should read it instead; null when it need not. */
export interface PaginaNativa {
  readonly pagina: Pagina;
  readonly ocr: CausaOcr | null;
}

/** Text and geometry of one page (0-based index); null when PDFium cannot load it. */
export function readPdfPagina({ raw, idx }: PdfAberto, indice: number): PaginaNativa | null {
  const pagina = raw._FPDF_LoadPage(idx, indice);
  if (!pagina) return null;
  const texto = raw._FPDFText_LoadPage(pagina);
  try {
    if (!texto) return null;
    const total = Math.min(raw._FPDFText_CountChars(texto), MAX_CARACTERES);
    const cru = readTexto(raw, texto, total).replace(HIFEN, '-\n');
    const ocr = decideOcr({ texto: cru, temImagem: () => hasImagem(raw, pagina), cobertura: () => coberturaDeImagens(raw, pagina) });
    if (ocr === 'sem_camada') return { pagina: emptyPagina(indice), ocr };
    const conteudo = normalizePdfText(cru);
    if (!/[\p{L}\p{N}]/u.test(conteudo)) return { pagina: { ...emptyPagina(indice), origem: 'nativo' }, ocr };
    const { caracteres, altura, virada } = turnUpright(raw, pagina, texto, readCaracteres(raw, texto, total));
    const linhas = rebuildLinhas(caracteres, altura);
    return { pagina: { numero: indice + 1, texto: virada ? textOf(linhas) : conteudo, linhas, origem: 'nativo' }, ocr };
  } finally {
    if (texto) raw._FPDFText_ClosePage(texto);
    raw._FPDF_ClosePage(pagina);
  }
}

const textOf = (linhas: readonly Linha[]): string => linhas.map((l) => l.celulas.map((c) => c.texto).join(' ')).join('\n');

/** Objects of a page that is blank but for a line or a frame. */
const MAX_OBJETOS_EM_BRANCO = 20;
const OBJETO_IMAGEM = 3;
const OBJETO_FORMULARIO = 5;

/** False for a blank page: nothing on it was left unread. */
function hasImagem(m: PdfiumRaw, pagina: number): boolean {
  const total = m._FPDFPage_CountObjects(pagina);
  if (total > MAX_OBJETOS_EM_BRANCO) return true;
  for (let i = 0; i < total; i++) {
    const tipo = m._FPDFPageObj_GetType(m._FPDFPage_GetObject(pagina, i));
    if (tipo === OBJETO_IMAGEM || tipo === OBJETO_FORMULARIO) return true;
  }
  return false;
}

export const emptyPagina = (indice: number): Pagina => ({ numero: indice + 1, texto: '', linhas: [], origem: 'nenhum' });

/** PDFium marks a hyphen at a line's end with U+FFFE or U+0002: the word goes on in the next line. */
const HIFEN = /[\ufffe\u0002]\r?\n?/g;
const normalizePdfText = (texto: string): string => normalizeText(texto.replace(/\ufffd/g, ' ')).replace(/[ \t]+\n/g, '\n').trimEnd();

const utf16 = new TextDecoder('utf-16le');

function readTexto(m: PdfiumRaw, texto: number, total: number): string {
  if (total <= 0) return '';
  const ptr = m.wasmExports.malloc((total + 1) * 2);
  try {
    const escritos = m._FPDFText_GetText(texto, 0, total, ptr);
    return escritos > 1 ? utf16.decode(m.HEAPU8.subarray(ptr, ptr + (escritos - 1) * 2)) : '';
  } finally {
    m.wasmExports.free(ptr);
  }
}

function readCaracteres(m: PdfiumRaw, texto: number, total: number): Caracteres {
  const { malloc, free, FPDFText_GetUnicode: getUnicode, FPDFText_GetLooseCharBox: getCaixa } = m.wasmExports;
  const ptr = malloc(16);
  const caracteres = new Caracteres(total);
  try {
    let caixa = new Float32Array(m.HEAPU8.buffer, ptr, 4);
    for (let i = 0; i < total; i++) {
      const codigo = getUnicode(texto, i);
      if (codigo <= 32 || codigo === 0xfffe || codigo === 0xfffd) continue;
      // Ink boxes would leave commas on a line of their own and open gaps beside every "1".
      if (!getCaixa(texto, i, ptr)) continue;
      // The view dies when the WASM memory grows.
      if (!caixa.length) caixa = new Float32Array(m.HEAPU8.buffer, ptr, 4);
      caracteres.add(codigo, caixa);
    }
  } finally {
    free(ptr);
  }
  return caracteres;
}
