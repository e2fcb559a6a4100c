import { openPdfium, type PdfAberto } from '../pdfium.js';
import { buildPagina } from './build-pagina.js';
import { openImagem, type ImagemAberta } from './imagem.js';
import { readUpright, type Leitura } from './orientacao.js';
import { measure } from './palavra.js';
import { renderPagina } from './render-pagina.js';
import type { ResultadoOcr } from './resultado-ocr.js';
import { openTesseract, type Tesseract } from './tesseract.js';

/** Chosen by measure: docs/decisoes/0021-ocr.md. */
const DPI = 200;
/** Tesseract's page segmentation: 4 reads along rows of text of any size, which keeps the rows of a table together. */
const SEGMENTACAO = '4';
/** Less ink than this is dust or the shadow of a fold. */
const TINTA_EM_BRANCO = 0.0008;
const CONFIANCA_ILEGIVEL = 0.4;
const MIN_LETRAS = 3;
const PONTOS_POR_POLEGADA = 72;

/** A document whose pages are recognised one by one. */
export interface PedidoPagina {
  readonly tipo: 'pdf' | 'imagem';
  readonly sha256: string;
  /** Mostly over memory shared by all threads that work on the document. */
  readonly bytes: Uint8Array;
  /** 1-based. */
  readonly numero: number;
}

let motor: Promise<Tesseract> | undefined;
let aberto: { readonly sha256: string; readonly pdf: PdfAberto } | undefined;

/** Renders and recognises one page, in this thread. @throws what brought the engine down; the next page gets a new one */
export async function recognizePagina(pedido: PedidoPagina): Promise<ResultadoOcr> {
  try {
    const tesseract = await (motor ??= openTesseract(SEGMENTACAO));
    return pedido.tipo === 'pdf' ? recognizePdf(tesseract, await openPdf(pedido), pedido.numero) : recognizeImagem(tesseract, pedido);
  } catch (erro) {
    motor = undefined;
    aberto = undefined;
    throw erro;
  }
}

/** The document stays open for its next pages. */
async function openPdf({ sha256, bytes }: PedidoPagina): Promise<PdfAberto> {
  if (aberto?.sha256 === sha256) return aberto.pdf;
  aberto?.pdf.close();
  aberto = undefined;
  const pdf = await openPdfium(bytes);
  aberto = { sha256, pdf };
  return pdf;
}

function recognizePdf(tesseract: Tesseract, pdf: PdfAberto, numero: number): ResultadoOcr {
  const dePe = renderPagina(pdf, numero - 1, DPI);
  if (!dePe) return { estado: 'falhou', pagina: null };
  if (dePe.tinta < TINTA_EM_BRANCO) return { estado: 'em_branco', pagina: null };
  const leitura = readUpright((giro, rapido) => {
    const imagem = giro || rapido ? renderPagina(pdf, numero - 1, rapido ? DPI / 2 : DPI, giro) : dePe;
    if (!imagem) throw new Error('page could not be drawn again');
    return tesseract.recognize(imagem.pgm, Math.round(imagem.dpi));
  });
  return toResultado(numero, leitura, PONTOS_POR_POLEGADA / dePe.dpi, leitura.giro % 2 ? dePe.largura : dePe.altura);
}

function recognizeImagem(tesseract: Tesseract, { bytes, numero }: PedidoPagina): ResultadoOcr {
  const imagem: ImagemAberta = openImagem(bytes, numero);
  const leitura = readUpright((giro) => tesseract.recognize(imagem.bytes, DPI, giro));
  return toResultado(numero, leitura, PONTOS_POR_POLEGADA / DPI, leitura.giro % 2 ? imagem.largura : imagem.altura);
}

function toResultado(numero: number, { linhas }: Leitura, escala: number, altura: number): ResultadoOcr {
  const { letras, confianca } = measure(linhas);
  if (letras < MIN_LETRAS) return { estado: 'sem_texto', pagina: null };
  if (confianca < CONFIANCA_ILEGIVEL) return { estado: 'ilegivel', pagina: null };
  return { estado: 'lida', pagina: buildPagina(numero, linhas, escala, altura) };
}
