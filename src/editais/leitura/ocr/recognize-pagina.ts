import { openPdfium, type PdfAberto } from '../pdfium.js';
import { buildPagina } from './build-pagina.js';
import { openImagem } from './imagem.js';
import { readUpright } from './orientacao.js';
import { measure, parseTsv, type LinhaOcr } from './palavra.js';
import { renderPagina, type Imagem } from './render-pagina.js';
import type { ResultadoOcr } from './resultado-ocr.js';
import { openTesseract, type Giro, type Tesseract } from './tesseract.js';

/** Chosen by measure: docs/decisoes/0021-ocr.md. */
const DPI = 200;
/** Newspaper columns, small print: a page read worse than this is read again, finer and column by column, and the surer reading counts. */
const CONFIANCA_BOA = 0.85;
const DPI_FINO = 300;
const VANTAGEM = 0.02;
const MIN_DAS_LETRAS = 0.7;
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
    const tesseract = await (motor ??= openTesseract());
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
  const draw = (giro: Giro, dpi: number): Imagem => {
    const imagem = !giro && dpi === DPI ? dePe : renderPagina(pdf, numero - 1, dpi, giro);
    if (!imagem) throw new Error('page could not be drawn again');
    return imagem;
  };
  const { linhas, giro } = readUpright((g, rapido) => {
    const imagem = draw(g, rapido ? DPI / 2 : DPI);
    return tesseract.recognize(imagem.pgm, { dpi: Math.round(imagem.dpi), segmentacao: 'linhas' });
  });
  const primeira: Lida = { linhas, escala: PONTOS_POR_POLEGADA / dePe.dpi, altura: giro % 2 ? dePe.largura : dePe.altura };
  if (!isDuvidosa(linhas)) return toResultado(numero, primeira);
  const fina = draw(giro, DPI_FINO);
  const { tsv, inclinacao } = tesseract.recognize(fina.pgm, { dpi: Math.round(fina.dpi), segmentacao: 'colunas' });
  return toResultado(numero, chooseLida(primeira, { linhas: parseTsv(tsv, inclinacao), escala: PONTOS_POR_POLEGADA / fina.dpi, altura: fina.altura }));
}

function recognizeImagem(tesseract: Tesseract, { bytes, numero }: PedidoPagina): ResultadoOcr {
  const imagem = openImagem(bytes, numero);
  const { linhas, giro } = readUpright((g) => tesseract.recognize(imagem.bytes, { dpi: DPI, segmentacao: 'linhas', giro: g }));
  const primeira: Lida = { linhas, escala: PONTOS_POR_POLEGADA / DPI, altura: giro % 2 ? imagem.largura : imagem.altura };
  if (!isDuvidosa(linhas)) return toResultado(numero, primeira);
  const { tsv, inclinacao } = tesseract.recognize(imagem.bytes, { dpi: DPI, segmentacao: 'colunas', giro });
  return toResultado(numero, chooseLida(primeira, { ...primeira, linhas: parseTsv(tsv, inclinacao) }));
}

/** Lines with the points of one of their pixels, and the height of the image they were read from. */
interface Lida {
  readonly linhas: readonly LinhaOcr[];
  readonly escala: number;
  readonly altura: number;
}

function isDuvidosa(linhas: readonly LinhaOcr[]): boolean {
  const { letras, confianca } = measure(linhas);
  return letras >= MIN_LETRAS && confianca < CONFIANCA_BOA;
}

function chooseLida(primeira: Lida, segunda: Lida): Lida {
  const [antes, depois] = [measure(primeira.linhas), measure(segunda.linhas)];
  return depois.confianca >= antes.confianca + VANTAGEM && depois.letras >= antes.letras * MIN_DAS_LETRAS ? segunda : primeira;
}

function toResultado(numero: number, { linhas, escala, altura }: Lida): ResultadoOcr {
  const { letras, confianca } = measure(linhas);
  if (letras < MIN_LETRAS) return { estado: 'sem_texto', pagina: null };
  if (confianca < CONFIANCA_ILEGIVEL) return { estado: 'ilegivel', pagina: null };
  return { estado: 'lida', pagina: buildPagina(numero, linhas, escala, altura) };
}
