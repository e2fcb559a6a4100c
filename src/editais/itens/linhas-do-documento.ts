import type { DocumentoLido } from '../domain/documento.js';
import { fold } from '../../kernel/index.js';
import { isTotal, readLote } from './classify-linha.js';
import { isCabecalho } from './is-cabecalho.js';
import { toLinhasDePalavras, type LinhaDePalavras } from './palavras.js';

const BORDA = 8;
const PAGINA = /^\s*(?:p[áa]g(?:ina)?\.?\s*:?\s*)?\d{1,4}\s*(?:de|\/|\|)\s*\d{1,4}\s*$|^\s*p[áa]g(?:ina)?\.?\s*:?\s*\d{1,4}\s*$/i;
/** "P á g i n a 2 | 10", once the spaces are gone. */
const PAGINA_ESPACADA = /^p[áa]gina\d{1,4}(?:(?:de|\/|\|)\d{1,4})?$/i;
const MINIMO = 3;
const PARCELA = 0.25;
/** A page of a PDF has 150 lines at most; a sheet of a spreadsheet is one page. */
const MAX_LINHAS = 20_000;

export interface LinhasDaPagina {
  readonly pagina: number;
  readonly linhas: readonly LinhaDePalavras[];
}

/** The lines of each page without running headers and footers; repeated headers of tables, titles of lots and totals stay. */
export function linhasDoDocumento(documento: DocumentoLido): LinhasDaPagina[] {
  const paginas = documento.paginas.map((p) => ({ pagina: p.numero, linhas: toLinhasDePalavras(p.linhas.slice(0, MAX_LINHAS)) }));
  const vezes = new Map<string, number>();
  for (const p of paginas) for (const chave of new Set(borders(p.linhas).map(keyOf))) vezes.set(chave, (vezes.get(chave) ?? 0) + 1);
  const minimo = Math.max(MINIMO, paginas.length * PARCELA);
  return paginas.map((p) => {
    const borda = new Set(borders(p.linhas));
    return { pagina: p.pagina, linhas: p.linhas.filter((l) => !(borda.has(l) && (vezes.get(keyOf(l)) ?? 0) >= minimo && !isCabecalho(l) && readLote(l.texto) === null && !isTotal(l)) && !PAGINA.test(l.texto) && !PAGINA_ESPACADA.test(l.texto.replace(/\s+/g, ''))) };
  });
}

const borders = (linhas: readonly LinhaDePalavras[]): LinhaDePalavras[] => [...linhas.slice(0, BORDA), ...linhas.slice(Math.max(BORDA, linhas.length - BORDA))];
/** The same words, digits aside, at about the same height. */
const keyOf = (l: LinhaDePalavras): string => `${Math.round(l.y / 40)}|${fold(l.texto).replace(/\d+/g, '#').replace(/\s+/g, '')}`;
