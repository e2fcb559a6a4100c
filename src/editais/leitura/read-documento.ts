import { invalido } from '../../kernel/index.js';
import type { Arquivo, DocumentoLido, NaoLido, TipoArquivo } from '../domain/documento.js';
import type { Pagina } from '../domain/pagina.js';
import { refuseTipo } from '../reunir/recusas.js';
import { applyOcr, type SemOcr } from './ocr/apply-ocr.js';
import type { PaginaPendente } from './ocr/decide-ocr.js';
import type { ResultadoOcr } from './ocr/resultado-ocr.js';
import { readHtml } from './read-html.js';
import { readTexto } from './read-texto.js';
import { boundTexto } from './bound-texto.js';
import { removeRepetidos } from './remove-repetidos.js';

/** Part of every cache key of readings: raise it with any change of what a reading holds. */
export const VERSAO_LEITOR = '7';

export interface LimitesLeitura {
  /** Pages read of one document; the rest is listed as not read. */
  readonly maxPaginas: number;
  /** Of these, pages that OCR may read; absent or 0: OCR is off. */
  readonly maxPaginasOcr?: number;
}

/** Of 110 real files the longest has 154 pages; the largest edital known of has 1,400. */
export const LIMITES_LEITURA: LimitesLeitura = { maxPaginas: 2000 };

/** What a reading gives, whatever the file is called: what is cached, once nothing is pending. */
export type Leitura = Pick<DocumentoLido, 'totalPaginas' | 'paginas'> & {
  readonly naoLido: readonly Omit<NaoLido, 'documento'>[];
  /** Pages that OCR should read; absent when there are none. See `finishLeitura`. */
  readonly pendentes?: readonly PaginaPendente[];
};

/**
 * Bytes → pages with text, without OCR. Pages without a text layer are listed in `naoLido` (`sem_texto`); a document may
 * have no other page.
 * @throws AlicitError when nothing at all can be read (`pdf_corrompido`, `pdf_cifrado`, `formato_nao_suportado`, …)
 */
export async function readDocumento(arquivo: Arquivo, limites: LimitesLeitura = LIMITES_LEITURA): Promise<DocumentoLido> {
  return toDocumento({ ...arquivo, bytes: arquivo.bytes.length }, finishLeitura(await readBytes(arquivo.tipo, arquivo.bytes, limites)));
}

/** A reading under the name of the file at hand. */
export const toDocumento = ({ nome, sha256, tipo, bytes }: Pick<DocumentoLido, 'nome' | 'sha256' | 'tipo' | 'bytes'>, leitura: Leitura): DocumentoLido => ({
  nome, sha256, tipo, bytes, totalPaginas: leitura.totalPaginas, paginas: leitura.paginas,
  naoLido: leitura.naoLido.map((n) => ({ documento: nome, ...n })), versaoLeitor: VERSAO_LEITOR,
});

/** A reading with what OCR gave for its pending pages (by number), and why the others were not asked for. Pure. */
export function finishLeitura({ pendentes = [], ...leitura }: Leitura, resultados: ReadonlyMap<number, ResultadoOcr> = new Map(), semOcr: SemOcr = 'desligado'): Leitura {
  if (!pendentes.length) return leitura;
  const { paginas, naoLido } = applyOcr(leitura.paginas, pendentes, resultados, semOcr);
  return { ...leitura, paginas: removeRepetidos(paginas), naoLido: [...naoLido, ...leitura.naoLido] };
}

/** The reading within the bounds of text that the stages after it can bear. See `readFormato`. */
export async function readBytes(tipo: TipoArquivo, bytes: Uint8Array, limites: LimitesLeitura): Promise<Leitura> {
  return boundTexto(await readFormato(tipo, bytes, limites));
}

/** The reading itself: a function of type, bytes and bounds. Pages that need OCR are left pending. Each format's library is loaded with its first document: 150 ms and 8 MB that the main thread of the service never needs. */
async function readFormato(tipo: TipoArquivo, bytes: Uint8Array, limites: LimitesLeitura): Promise<Leitura> {
  if (tipo === 'pdf') return readPdf(bytes, limites);
  if (tipo === 'docx') return toLeitura(await (await import('./read-docx.js')).readDocx(bytes), limites);
  if (tipo === 'doc') return toLeitura(await (await import('./read-doc.js')).readDoc(bytes), limites);
  if (tipo === 'rtf') return toLeitura((await import('./read-rtf.js')).readRtf(bytes), limites);
  if (tipo === 'odt') return toLeitura(await (await import('./read-odt.js')).readOdt(bytes), limites);
  if (tipo === 'xlsx' || tipo === 'xls' || tipo === 'ods') return toLeitura(await (await import('./read-planilha.js')).readPlanilha(tipo, bytes), limites);
  if (tipo === 'mht') return toLeitura((await import('./read-mht.js')).readMht(bytes), limites);
  if (tipo === 'html') return toLeitura(readHtml(bytes), limites);
  if (tipo === 'imagem') return readImagem(bytes, limites);
  if (tipo === 'txt') return toLeitura(readTexto(bytes), limites);
  const recusa = refuseTipo(tipo);
  throw invalido(recusa?.codigo ?? 'formato_nao_suportado', recusa?.motivo ?? 'Arquivo compactado: abra-o antes de ler o que há dentro.');
}

async function readPdf(bytes: Uint8Array, limites: LimitesLeitura): Promise<Leitura> {
  const { readPdfPages } = await import('./read-pdf-pages.js');
  const { totalPaginas, paginas, ilegiveis, pendentes } = await readPdfPages(bytes, limites.maxPaginas);
  const naoLido = [
    ...(ilegiveis.length ? [{ paginas: ilegiveis, codigo: 'pagina_corrompida', motivo: 'Páginas corrompidas no PDF: não foram lidas.' }] : []),
    ...overLimit(totalPaginas, paginas.length),
  ];
  return pendentes.length ? { totalPaginas, paginas, naoLido, pendentes } : { totalPaginas, paginas: removeRepetidos(paginas), naoLido };
}

/** An image has no text but what OCR reads. */
async function readImagem(bytes: Uint8Array, { maxPaginas }: LimitesLeitura): Promise<Leitura> {
  const total = (await import('./ocr/imagem.js')).countPaginas(bytes);
  const numeros = Array.from({ length: Math.min(total, maxPaginas) }, (_, i) => i + 1);
  return {
    totalPaginas: total, paginas: numeros.map((numero) => ({ numero, texto: '', linhas: [], origem: 'nenhum' })),
    naoLido: overLimit(total, numeros.length), pendentes: numeros.map((numero) => ({ numero, causa: 'sem_camada' })),
  };
}

function toLeitura(paginas: readonly Pagina[], { maxPaginas }: LimitesLeitura): Leitura {
  if (!paginas.length) throw invalido('sem_texto', 'O documento não tem texto: está vazio ou só tem imagens.');
  const lidas = paginas.slice(0, maxPaginas);
  return { totalPaginas: paginas.length, paginas: lidas, naoLido: overLimit(paginas.length, lidas.length) };
}

/** Pages past the limit that are listed by number. */
const MAX_LISTADAS = 10_000;

function overLimit(total: number, lidas: number): Leitura['naoLido'] {
  if (total <= lidas) return [];
  // A PDF may claim a thousand million pages: the reason tells how many, the list stays short.
  const paginas = Array.from({ length: Math.min(total - lidas, MAX_LISTADAS) }, (_, i) => lidas + i + 1);
  return [{ paginas, codigo: 'limite_paginas', motivo: `O documento tem ${total} páginas; foram lidas as primeiras ${lidas}.` }];
}
