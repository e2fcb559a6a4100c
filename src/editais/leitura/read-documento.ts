import type { Arquivo, DocumentoLido, NaoLido } from '../domain/documento.js';
import type { Pagina } from '../domain/pagina.js';
import { readPdfPages } from './read-pdf-pages.js';
import { removeRepetidos } from './remove-repetidos.js';

/** Part of every cache key of readings: raise it with any change of what a reading holds. */
export const VERSAO_LEITOR = '1';

export interface LimitesLeitura {
  /** Pages read of one document; the rest is listed as not read. */
  readonly maxPaginas: number;
}

/**
 * Bytes → pages with text. Pages without a text layer are listed in `naoLido` (`sem_texto`).
 * @throws AlicitError when nothing at all can be read (`pdf_corrompido`, `pdf_cifrado`, …)
 */
export async function readDocumento(arquivo: Arquivo, limites: LimitesLeitura): Promise<DocumentoLido> {
  const { totalPaginas, paginas } = await readPdfPages(arquivo.bytes, limites.maxPaginas);
  return {
    nome: arquivo.nome, sha256: arquivo.sha256, tipo: arquivo.tipo, bytes: arquivo.bytes.length, totalPaginas,
    paginas: removeRepetidos(paginas), naoLido: listNaoLido(arquivo.nome, paginas, totalPaginas), versaoLeitor: VERSAO_LEITOR,
  };
}

function listNaoLido(documento: string, paginas: readonly Pagina[], total: number): NaoLido[] {
  const semTexto = paginas.filter((p) => p.origem === 'nenhum').map((p) => p.numero);
  const naoLido: NaoLido[] = [];
  if (semTexto.length) naoLido.push({ documento, paginas: semTexto, codigo: 'sem_texto', motivo: 'Páginas sem camada de texto (imagem digitalizada): não foram lidas.' });
  if (total > paginas.length) {
    const resto = Array.from({ length: total - paginas.length }, (_, i) => paginas.length + i + 1);
    naoLido.push({ documento, paginas: resto, codigo: 'limite_paginas', motivo: `O documento tem ${total} páginas; foram lidas as primeiras ${paginas.length}.` });
  }
  return naoLido;
}
