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

/** Words of a cell, placed by its wide gaps and, between them, by the width of their characters. */
export const cutPalavras = (celula: Celula): PalavraNaLinha[] => cutFatias(celula).flatMap(placePalavras);

/** A cell cut at its wide gaps: in tight tables, the real cells. */
export function cutFatias({ texto, x0, x1, vaos = [] }: Celula): Celula[] {
  const fatias: Celula[] = [];
  let [de, esquerda] = [0, x0];
  for (let i = 0; i + 2 < vaos.length; i += 3) {
    fatias.push({ texto: texto.slice(de, vaos[i]).trim(), x0: esquerda, x1: vaos[i + 1]! });
    [de, esquerda] = [vaos[i]!, vaos[i + 2]!];
  }
  return [...fatias, { texto: de ? texto.slice(de).trim() : texto, x0: esquerda, x1 }];
}

function placePalavras(celula: Celula): PalavraNaLinha[] {
  const total = [...celula.texto].reduce((s, c) => s + larguraDe(c), 0) || 1;
  const escala = (celula.x1 - celula.x0) / total;
  const palavras: PalavraNaLinha[] = [];
  let x = celula.x0;
  // "R$" and its figures are one word: the gap between them is no limit of columns.
  for (const parte of celula.texto.split(/((?<!R\$)\s+|(?<=R\$)\s+(?![\d.,]*\d))/)) {
    const largura = [...parte].reduce((s, c) => s + larguraDe(c), 0) * escala;
    if (parte.trim()) palavras.push({ texto: parte, dobrado: fold(parte), x0: x, x1: x + largura });
    x += largura;
  }
  return palavras;
}

/** Words are cut when first asked for: most lines of a document are prose. */
function toLinha(y: number, altura: number, celulas: readonly Celula[]): LinhaDePalavras {
  let palavras: readonly PalavraNaLinha[] | undefined;
  return {
    y, altura, celulas,
    texto: celulas.map((c) => c.texto).join(' '),
    get palavras() {
      return (palavras ??= celulas.flatMap(cutPalavras));
    },
  };
}

/** The lines of a page as words, without text that runs up or down the margin (stamps of digital signatures). */
export function toLinhasDePalavras(linhas: readonly Linha[]): LinhaDePalavras[] {
  const margem = findMargemVertical(linhas);
  return linhas.flatMap((l) => {
    const celulas = margem === null ? l.celulas : l.celulas.filter((c) => !isVertical(c, margem));
    if (!celulas.some((c) => /[\p{L}\p{N}]/u.test(c.texto))) return [];
    return [toLinha(l.y, l.altura, celulas)];
  });
}

const MINIMO_VERTICAL = 25;
const LARGURA_VERTICAL = 24;
/** A few letters, no number: a piece of a line that runs up the margin. */
const isPedaco = (c: Celula): boolean => c.x1 - c.x0 <= LARGURA_VERTICAL && c.texto.length <= 7 && !/^[\d.,%R$\s]+$/.test(c.texto);
/** In the strip: a piece, or one or two characters of any kind. */
const isVertical = (c: Celula, margem: number): boolean =>
  Math.abs(c.x1 - margem) <= LARGURA_VERTICAL && c.x0 >= margem - LARGURA_VERTICAL - 12 && (isPedaco(c) || (c.x1 > margem - 14 && c.texto.replace(/\s/g, '').length <= 2));

/** Right edge of a strip where very many lines end with a piece of vertical text; null when there is none. */
function findMargemVertical(linhas: readonly Linha[]): number | null {
  const faixas = new Map<number, number>();
  for (const l of linhas) {
    const c = l.celulas.at(-1);
    if (!c || !isPedaco(c) || c.texto.length > 5) continue;
    const faixa = Math.round(c.x1 / 3);
    faixas.set(faixa, (faixas.get(faixa) ?? 0) + 1);
  }
  const [faixa, vezes] = [...faixas].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  const direita = linhas.reduce((maximo, l) => l.celulas.reduce((m, c) => Math.max(m, c.x1), maximo), 0);
  return vezes >= MINIMO_VERTICAL && faixa * 3 >= direita - LARGURA_VERTICAL * 2 ? faixa * 3 : null;
}
