import type { ItemEdital } from '../domain/item.js';
import { isProsa, isTotal, NUMERO_DE_ITEM, parseValor, readBeneficio, readLote, readTotal } from './classify-linha.js';
import { confere } from './resolve-papeis.js';
import { cutFatias, type LinhaDePalavras } from './palavras.js';
import { colunaDe } from './place-colunas.js';
import type { Coluna } from './tabela.js';

/** A visual line of a table's body, cut by its columns. `y` goes on growing from page to page. */
export interface LinhaTabela {
  readonly pagina: number;
  readonly y: number;
  readonly altura: number;
  readonly texto: string;
  /** Text in each column, "" when empty. */
  readonly celulas: readonly string[];
  /** What the line is: part of a row, a stated total, the title of a lot or of a benefit, prose around the table. */
  readonly tipo: 'corpo' | 'total' | 'lote' | 'beneficio' | 'prosa';
  /** Item number when the line carries one. */
  readonly numero: string | null;
  readonly total: string | null;
  readonly lote: string | null;
  readonly beneficio: ItemEdital['beneficio'];
}

/** The column of item numbers: where most lines have one; the lot's column when there is no other. */
export function colunaDoNumero(corpo: readonly LinhaDePalavras[], colunas: readonly Coluna[]): number {
  const melhor = (tipo: 'numero' | 'lote'): number | undefined =>
    colunas.flatMap((c, i) => (c.tipo === tipo ? [{ i, vezes: corpo.filter((l) => readNumero(l, colunas, i) !== null).length }] : [])).sort((a, b) => b.vezes - a.vezes)[0]?.i;
  return melhor('numero') ?? melhor('lote') ?? -1;
}

export function toLinhaTabela(l: LinhaDePalavras, colunas: readonly Coluna[], colunaNumero: number, pagina: number, y: number): LinhaTabela {
  const celulas = cutCelulas(l, colunas);
  const numero = colunaNumero < 0 ? numberByFigures(celulas, colunas) : readNumero(l, colunas, colunaNumero);
  const lote = numero === null && colunas[colunaNumero]?.tipo !== 'lote' ? readLote(l.texto) : null;
  const total = numero === null && isTotal(l);
  const prosa = numero === null && !total && lote === null && isProsa(l, colunas);
  const beneficio = readBeneficio(l.texto);
  return {
    pagina, y, altura: l.altura, texto: l.texto, celulas, numero, lote, beneficio, total: total ? readTotal(l) : null,
    tipo: total ? 'total' : lote !== null ? 'lote' : prosa ? (beneficio && l.texto.length < 120 ? 'beneficio' : 'prosa') : 'corpo',
  };
}

function cutCelulas(l: LinhaDePalavras, colunas: readonly Coluna[]): string[] {
  const celulas = colunas.map(() => '');
  for (const p of l.palavras) {
    const i = colunaDe(colunas, p.x0, p.x1);
    if (i >= 0) celulas[i] = celulas[i] ? `${celulas[i]} ${p.texto}` : p.texto;
  }
  return celulas;
}

/** Stands for the number in tables without one. */
export const SEM_NUMERO = '0';

/** In a table without numbers a row is a line whose quantity × unit price is its total. */
function numberByFigures(celulas: readonly string[], colunas: readonly Coluna[]): string | null {
  const valor = (tipos: readonly Coluna['tipo'][]): string | null => {
    const i = colunas.findIndex((c) => tipos.includes(c.tipo));
    return i < 0 ? null : parseValor(celulas[i]!);
  };
  const [q, u, t] = [valor(['quantidade']), valor(['unitario']), valor(['total', 'valor'])];
  return q && u && t && Number(t) > 0 && confere(q, u, t) ? SEM_NUMERO : null;
}

/** The item number of a line: the only word of its column, apart from the description unless the line has values too. */
function readNumero(l: LinhaDePalavras, colunas: readonly Coluna[], coluna: number): string | null {
  const palavras = l.palavras.filter((p) => colunaDe(colunas, p.x0, p.x1) === coluna);
  if (palavras.length === 0 || palavras.length > 2) return null;
  const m = NUMERO_DE_ITEM.exec(palavras.map((p) => p.texto).join(' '));
  if (!m) return null;
  const acaba = (c: { readonly x0: number; readonly x1: number }): boolean => palavras[0]!.x0 >= c.x0 - 0.5 && palavras[0]!.x0 < c.x1 && c.x1 <= palavras.at(-1)!.x1 + 1.5;
  // Gaps inside a run part the cells of a row, and the words of a justified sentence.
  const sozinho = l.celulas.some(acaba) || (l.celulas.length >= 3 && l.celulas.flatMap(cutFatias).some(acaba));
  const valores = l.palavras.filter((p) => /^(?:R\$\s*)?\d+(?:[.,]\d+)*$/.test(p.texto) && isFigura(colunas, colunaDe(colunas, p.x0, p.x1), coluna)).length;
  return sozinho || valores >= 1 ? m[1]! : null;
}

/** A column of figures to the right of the number's; the one beside it only when its header says so. */
const isFigura = (colunas: readonly Coluna[], i: number, numero: number): boolean => i > numero + 1 || (i === numero + 1 && colunas[i]!.tipo === 'quantidade');
