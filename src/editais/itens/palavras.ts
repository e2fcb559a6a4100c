import { fold } from '../../kernel/index.js';
import type { Celula, Linha } from '../domain/pagina.js';

/** A word of a visual line with its place, in points. */
export interface PalavraNaLinha {
  readonly texto: string;
  readonly dobrado: string;
  readonly x0: number;
  readonly x1: number;
}

/** A visual line cut into words; `celulas` keeps the runs without a wide gap. */
export interface LinhaDePalavras {
  readonly y: number;
  readonly altura: number;
  readonly palavras: readonly PalavraNaLinha[];
  readonly celulas: readonly Celula[];
  readonly texto: string;
}

/** Relative advance of a character in the common sans-serif faces: enough to place a word inside its cell. */
function larguraDe(c: string): number {
  if (c === ' ' || '.,:;!|ilI\'"/()'.includes(c)) return 0.29;
  if (c === 'm' || c === 'w' || c === 'M' || c === 'W' || c === '%') return 0.85;
  if (c >= 'A' && c <= 'Z') return 0.68;
  return 0.54;
}

/** Words of a cell, placed by the width of their characters. */
export function cutPalavras(celula: Celula): PalavraNaLinha[] {
  const total = [...celula.texto].reduce((s, c) => s + larguraDe(c), 0) || 1;
  const escala = (celula.x1 - celula.x0) / total;
  const palavras: PalavraNaLinha[] = [];
  let x = celula.x0;
  for (const parte of celula.texto.split(/(\s+)/)) {
    const largura = [...parte].reduce((s, c) => s + larguraDe(c), 0) * escala;
    if (parte.trim()) palavras.push({ texto: parte, dobrado: fold(parte), x0: x, x1: x + largura });
    x += largura;
  }
  return palavras;
}

/** The lines of a page as words, without text that runs up or down the margin (stamps of digital signatures). */
export function toLinhasDePalavras(linhas: readonly Linha[]): LinhaDePalavras[] {
  const margem = findMargemVertical(linhas);
  return linhas.flatMap((l) => {
    const celulas = margem === null ? l.celulas : l.celulas.filter((c) => !isVertical(c, margem));
    if (!celulas.length) return [];
    return [{ y: l.y, altura: l.altura, celulas, palavras: celulas.flatMap(cutPalavras), texto: celulas.map((c) => c.texto).join(' ') }];
  });
}

const MINIMO_VERTICAL = 25;
const isVertical = (c: Celula, margem: number): boolean => c.x0 >= margem - 2 && c.x1 - c.x0 <= 24 && c.texto.length <= 6 && !/^\d+([.,]\d+)*$/.test(c.texto);

/** Left edge of a strip where very many lines have a cell of a few letters: vertical text; null when there is none. */
function findMargemVertical(linhas: readonly Linha[]): number | null {
  const faixas = new Map<number, number>();
  for (const l of linhas) {
    const c = l.celulas.at(-1);
    if (!c || c.x1 - c.x0 > 12 || c.texto.length > 3 || !/^[\p{L},.:;/-]+$/u.test(c.texto)) continue;
    const faixa = Math.round(c.x0 / 4);
    faixas.set(faixa, (faixas.get(faixa) ?? 0) + 1);
  }
  const [faixa, vezes] = [...faixas].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return vezes >= MINIMO_VERTICAL ? faixa * 4 : null;
}
