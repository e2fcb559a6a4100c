import { invalido } from '../../kernel/index.js';
import type { Pagina } from '../domain/pagina.js';
import { COBERTURA_PAGINA, MAX_LETRAS_CARIMBO, type PaginaPendente } from './ocr/decide-ocr.js';
import { coberturaDeImagens } from './ocr/cobertura-de-imagens.js';
import { dropFundos } from './ocr/drop-fundos.js';
import { emptyPagina, readPdfPagina } from './pdf-pagina.js';
import { discardPdfium, openPdfium, whyCrashed, type PdfAberto } from './pdfium.js';

export interface PdfLido {
  readonly totalPaginas: number;
  readonly paginas: readonly Pagina[];
  /** 1-based numbers of pages that PDFium could not load. */
  readonly ilegiveis: readonly number[];
  /** Pages that OCR should read. */
  readonly pendentes: readonly PaginaPendente[];
}

/**
 * Text and geometry of each page, up to `maxPaginas`. Scripts, links and forms of the PDF are never run or followed.
 * A page that cannot be loaded is left empty; the others are read.
 * @throws AlicitError `pdf_cifrado`, `pdf_corrompido`, `limite_memoria`
 */
export async function readPdfPages(bytes: Uint8Array, maxPaginas: number): Promise<PdfLido> {
  try {
    return readAbertas(await openPdfium(bytes), maxPaginas);
  } catch (erro) {
    const crash = whyCrashed(erro);
    if (crash) discardPdfium();
    if (crash === 'memoria') throw invalido('limite_memoria', 'O PDF exige memória demais para ser lido. Divida-o em partes ou gere-o de novo.');
    if (/password|security/i.test(String(erro))) throw invalido('pdf_cifrado', 'O PDF está protegido por senha. Envie uma cópia sem senha.');
    throw invalido('pdf_corrompido', 'O PDF está truncado ou corrompido e não pôde ser aberto. Baixe o arquivo de novo.');
  }
}

function readAbertas(pdf: PdfAberto, maxPaginas: number): PdfLido {
  const paginas: Pagina[] = [];
  const ilegiveis: number[] = [];
  const pendentes: PaginaPendente[] = [];
  for (let i = 0; i < Math.min(pdf.totalPaginas, maxPaginas); i++) {
    const lida = readPdfPagina(pdf, i);
    if (!lida) ilegiveis.push(i + 1);
    else if (lida.ocr) pendentes.push({ numero: i + 1, causa: lida.ocr });
    paginas.push(lida?.pagina ?? emptyPagina(i));
  }
  const semFundos = dropFundos(pendentes, paginas, () => hasFundo(pdf, paginas));
  pdf.close();
  return { totalPaginas: pdf.totalPaginas, paginas, ilegiveis, pendentes: semFundos };
}

/** Pages of text that are looked at for an image behind them. */
const AMOSTRA = 4;

function hasFundo({ raw, idx }: PdfAberto, paginas: readonly Pagina[]): boolean {
  return paginas.filter((p) => p.texto.length > MAX_LETRAS_CARIMBO * 2).slice(0, AMOSTRA).some((p) => {
    const pagina = raw._FPDF_LoadPage(idx, p.numero - 1);
    if (!pagina) return false;
    try {
      return coberturaDeImagens(raw, pagina) >= COBERTURA_PAGINA;
    } finally {
      raw._FPDF_ClosePage(pagina);
    }
  });
}
