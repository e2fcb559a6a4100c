import type { DocumentoLido } from '../domain/documento.js';
import type { ItemEdital } from '../domain/item.js';
import { parseValor } from './classify-linha.js';
import { confere } from './resolve-papeis.js';
import type { TabelaItens } from './tabela.js';

/** "12 Parafuso sextavado UN 1.000 0,3550 355,00": number, description, unit, quantity, unit price, total. */
const LINHA = /^\s*(\d{1,4})[.)]?\s+(\S.{3,400}?)\s+([\p{L}²³/.]{1,14})\s+(\d[\d.,]{0,14})\s+(?:R\$\s*)?(\d[\d.,]{0,14})\s+(?:R\$\s*)?(\d[\d.,]{0,16})\s*$/u;
const MINIMO = 2;

/**
 * Items of a document without geometry (plain text), a line each. Only lines whose quantity × unit price is the total
 * count, and only when there are two or more in ascending order. Null when there are none.
 */
export function readTexto(documento: DocumentoLido): TabelaItens | null {
  const itens: ItemEdital[] = [];
  for (const pagina of documento.paginas.filter((p) => !p.linhas.length)) {
    for (const texto of pagina.texto.split('\n')) {
      const item = texto.length <= 600 ? readLinha(texto, documento.nome, pagina.numero) : null;
      if (item && Number(item.numero) > Number(itens.at(-1)?.numero ?? 0)) itens.push(item);
    }
  }
  if (itens.length < MINIMO) return null;
  return { documento: documento.nome, regiao: 'anexo', paginas: [...new Set(itens.map((i) => i.evidencia.pagina))], itens, total: { declarado: null, calculado: null }, somaConfere: null, divergencias: [] };
}

function readLinha(texto: string, documento: string, pagina: number): ItemEdital | null {
  const m = LINHA.exec(texto);
  if (!m) return null;
  const [quantidade, valorUnitario, valorTotal] = [m[4]!, m[5]!, m[6]!].map(parseValor);
  if (!quantidade || !valorUnitario || !valorTotal || !confere(quantidade, valorUnitario, valorTotal)) return null;
  return {
    numero: m[1]!, lote: null, descricao: m[2]!.trim(), unidade: m[3]!, quantidade, valorUnitario, valorTotal, beneficio: null,
    evidencia: { documento, pagina, trecho: texto.replace(/\s+/g, ' ').trim().slice(0, 400) },
  };
}
