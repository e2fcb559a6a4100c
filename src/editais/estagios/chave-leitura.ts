import { hashDe } from '../../kernel/index.js';
import { VERSAO_FATOS } from '../fatos/index.js';
import { VERSAO_LEITOR } from '../leitura/read-documento.js';
import type { ConjuntoPedido } from './tipos.js';

/** Versions that decide what a reading says. */
export const VERSOES_LEITURA = { leitor: VERSAO_LEITOR, fatos: VERSAO_FATOS } as const;

/**
 * Name of the reading of a set: the same documents under the same names, the same classes and gaps and versions, and
 * nothing else (paths and order do not count). The limits of pages, read and read by OCR, belong to it when the process reads fewer than all.
 */
export function chaveLeitura({ documentos, naoLido = [], classes = {}, maxPaginas, maxPaginasOcr }: Pick<ConjuntoPedido, 'documentos' | 'classes'> & { readonly naoLido?: ConjuntoPedido['naoLido']; readonly maxPaginas?: number; readonly maxPaginasOcr?: number }): string {
  const presentes = new Set(documentos.map((d) => d.sha256));
  return hashDe({
    documentos: documentos.map(({ nome, sha256, tipo }) => ({ nome, sha256, tipo })).sort(byJson),
    naoLido: naoLido.map(({ documento, codigo, paginas, motivo }) => ({ documento, codigo, paginas, motivo })).sort(byJson),
    classes: Object.fromEntries(Object.entries(classes).filter(([sha256]) => presentes.has(sha256))),
    maxPaginas, maxPaginasOcr, versoes: VERSOES_LEITURA,
  });
}

const byJson = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
