import { invalido } from '../../kernel/index.js';
import type { ConferenciaItens } from '../domain/conferencia.js';
import type { ItemEdital } from '../domain/item.js';

export interface PaginaItens {
  readonly itens: readonly ItemEdital[];
  readonly total: number;
  readonly conferencia: ConferenciaItens | null;
  readonly proximo: string | null;
}

/** A page of the item table; the cursor holds only for the reading it was made from. @throws AlicitError `cursor_invalido` */
export function pageItens(itens: readonly ItemEdital[], conferencia: ConferenciaItens | null, leitura: string, { limite, cursor }: { readonly limite: number; readonly cursor?: string | undefined }): PaginaItens {
  const marca = leitura.split(':').at(-1)!.slice(0, 12);
  const [de, posicao] = cursor?.split('.') ?? [marca, '0'];
  if (de !== marca || !/^\d{1,6}$/.test(posicao ?? '')) throw invalido('cursor_invalido', 'O cursor não serve mais: os documentos foram lidos de novo. Comece da primeira página.');
  const inicio = Number(posicao);
  const fim = inicio + limite;
  return { itens: itens.slice(inicio, fim), total: itens.length, conferencia, proximo: fim < itens.length ? `${marca}.${fim}` : null };
}
