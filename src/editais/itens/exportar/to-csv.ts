import type { ItemEdital } from '../../domain/item.js';
import { BENEFICIO } from './colunas.js';
import { toCampoCsv } from './texto-da-celula.js';

const COLUNAS = ['Lote', 'Item', 'Descrição', 'Unidade', 'Quantidade', 'Valor unitário de referência', 'Valor total de referência', 'Participação', 'Página', 'Documento', 'Observação'];

/** The items as CSV for a Brazilian spreadsheet: UTF-8 with its mark, semicolons, decimal commas, CRLF. */
export function itensToCsv(itens: readonly ItemEdital[]): string {
  const linhas = itens.map((i) => [
    i.lote ?? '', i.numero, i.descricao, i.unidade ?? '', numero(i.quantidade), numero(i.valorUnitario), numero(i.valorTotal),
    i.beneficio ? BENEFICIO[i.beneficio] : '', String(i.evidencia.pagina), i.evidencia.documento, i.nota ?? '',
  ]);
  return `\ufeff${[COLUNAS, ...linhas].map((l) => l.map(toCampoCsv).join(';')).join('\r\n')}\r\n`;
}

const numero = (v: string | null): string => v?.replace('.', ',') ?? '';
