import { lettersOf } from '../../kernel/index.js';
import type { DocumentoLido } from '../domain/documento.js';
import type { ItemEdital } from '../domain/item.js';
import type { Parte } from '../domain/texto-edital.js';
import type { TabelaItens } from './tabela.js';

/** A copy counts when it holds at least this share of the rows of the chosen list. */
const MESMA_LISTA = 0.5;

/**
 * Rows that the chosen tables lost and a copy of the list in another document kept. A row counts only when its figures
 * stand, as printed, in the document of the chosen tables, and is quoted from there: what a retificação took out stays out.
 */
export function findFaltantes(itens: readonly ItemEdital[], escolhidas: readonly TabelaItens[], tabelas: readonly TabelaItens[], partes: readonly Parte[]): ItemEdital[] {
  const documento = partes.find((p) => p.documento.nome === escolhidas[0]?.documento)?.documento;
  if (!documento || !itens.every((i) => i.lote === null)) return [];
  const tem = new Set(itens.map((i) => i.numero));
  const copias = tabelas.filter((t) => t.documento !== documento.nome && t.itens.filter((i) => tem.has(i.numero)).length >= itens.length * MESMA_LISTA);
  const achados = new Map<string, ItemEdital>();
  for (const i of copias.flatMap((t) => t.itens)) {
    if (tem.has(i.numero) || achados.has(i.numero) || i.lote !== null || i.valorTotal === null) continue;
    const pagina = findPagina(documento, i.evidencia.trecho);
    if (pagina !== null) achados.set(i.numero, { ...i, evidencia: { documento: documento.nome, pagina, trecho: i.evidencia.trecho } });
  }
  return [...achados.values()];
}

/** As written or as seen: a row's cells stand apart in the text of many files. */
function findPagina(documento: DocumentoLido, trecho: string): number | null {
  const letras = lettersOf(trecho);
  const traz = (texto: string): boolean => lettersOf(texto).includes(letras);
  return documento.paginas.find((p) => traz(p.texto) || p.linhas.some((l) => traz(l.celulas.map((c) => c.texto).join(' '))))?.numero ?? null;
}
