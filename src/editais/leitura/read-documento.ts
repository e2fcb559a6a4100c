import { invalido } from '../../kernel/index.js';
import type { Arquivo, DocumentoLido, NaoLido, TipoArquivo } from '../domain/documento.js';
import type { Pagina } from '../domain/pagina.js';
import { refuseTipo } from '../reunir/recusas.js';
import { readHtml } from './read-html.js';
import { readTexto } from './read-texto.js';
import { removeRepetidos } from './remove-repetidos.js';

/** Part of every cache key of readings: raise it with any change of what a reading holds. */
export const VERSAO_LEITOR = '6';

export interface LimitesLeitura {
  /** Pages read of one document; the rest is listed as not read. */
  readonly maxPaginas: number;
}

/** Of 110 real files the longest has 154 pages; the largest edital known of has 1,400. */
export const LIMITES_LEITURA: LimitesLeitura = { maxPaginas: 2000 };

/** What a reading gives, whatever the file is called: what is cached. */
export type Leitura = Pick<DocumentoLido, 'totalPaginas' | 'paginas'> & { readonly naoLido: readonly Omit<NaoLido, 'documento'>[] };

/**
 * Bytes → pages with text. Pages without a text layer are listed in `naoLido` (`sem_texto`); a document may have no
 * other page.
 * @throws AlicitError when nothing at all can be read (`pdf_corrompido`, `pdf_cifrado`, `formato_nao_suportado`, …)
 */
export async function readDocumento(arquivo: Arquivo, limites: LimitesLeitura = LIMITES_LEITURA): Promise<DocumentoLido> {
  return toDocumento({ ...arquivo, bytes: arquivo.bytes.length }, await readBytes(arquivo.tipo, arquivo.bytes, limites));
}

/** A reading under the name of the file at hand. */
export const toDocumento = ({ nome, sha256, tipo, bytes }: Pick<DocumentoLido, 'nome' | 'sha256' | 'tipo' | 'bytes'>, leitura: Leitura): DocumentoLido => ({
  nome, sha256, tipo, bytes, totalPaginas: leitura.totalPaginas, paginas: leitura.paginas,
  naoLido: leitura.naoLido.map((n) => ({ documento: nome, ...n })), versaoLeitor: VERSAO_LEITOR,
});

/** The reading itself: a function of type, bytes and bounds. Each format's library is loaded with its first document: 150 ms and 8 MB that the main thread of the service never needs. */
export async function readBytes(tipo: TipoArquivo, bytes: Uint8Array, limites: LimitesLeitura): Promise<Leitura> {
  if (tipo === 'pdf') return readPdf(bytes, limites);
  if (tipo === 'docx') return toLeitura(await (await import('./read-docx.js')).readDocx(bytes), limites);
  if (tipo === 'xlsx') return toLeitura(await (await import('./read-xlsx.js')).readXlsx(bytes), limites);
  if (tipo === 'html') return toLeitura(readHtml(bytes), limites);
  if (tipo === 'txt') return toLeitura(readTexto(bytes), limites);
  const recusa = refuseTipo(tipo);
  throw invalido(recusa?.codigo ?? 'formato_nao_suportado', recusa?.motivo ?? 'Arquivo compactado: abra-o antes de ler o que há dentro.');
}

async function readPdf(bytes: Uint8Array, limites: LimitesLeitura): Promise<Leitura> {
  const { readPdfPages } = await import('./read-pdf-pages.js');
  const { totalPaginas, paginas, ilegiveis } = await readPdfPages(bytes, limites.maxPaginas);
  const semTexto = paginas.filter((p) => p.origem === 'nenhum' && !ilegiveis.includes(p.numero)).map((p) => p.numero);
  const naoLido = [
    ...(semTexto.length ? [{ paginas: semTexto, codigo: 'sem_texto', motivo: 'Páginas sem camada de texto (imagem digitalizada): não foram lidas.' }] : []),
    ...(ilegiveis.length ? [{ paginas: ilegiveis, codigo: 'pagina_corrompida', motivo: 'Páginas corrompidas no PDF: não foram lidas.' }] : []),
    ...overLimit(totalPaginas, paginas.length),
  ];
  return { totalPaginas, paginas: removeRepetidos(paginas), naoLido };
}

function toLeitura(paginas: readonly Pagina[], { maxPaginas }: LimitesLeitura): Leitura {
  if (!paginas.length) throw invalido('sem_texto', 'O documento não tem texto: está vazio ou só tem imagens.');
  const lidas = paginas.slice(0, maxPaginas);
  return { totalPaginas: paginas.length, paginas: lidas, naoLido: overLimit(paginas.length, lidas.length) };
}

function overLimit(total: number, lidas: number): Leitura['naoLido'] {
  if (total <= lidas) return [];
  const paginas = Array.from({ length: total - lidas }, (_, i) => lidas + i + 1);
  return [{ paginas, codigo: 'limite_paginas', motivo: `O documento tem ${total} páginas; foram lidas as primeiras ${lidas}.` }];
}
