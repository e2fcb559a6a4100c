import { normalizeText } from '../../kernel/index.js';
import type { Celula, Linha } from '../domain/pagina.js';

/** A character's advance box (as wide as its step, as tall as its font) in PDF points, origin at the bottom left. */
export interface Caractere {
  readonly c: string;
  readonly x0: number;
  readonly x1: number;
  readonly base: number;
  readonly topo: number;
}

/** A gap wider than this many times the line's height separates two cells. */
const VAO_CELULA = 0.8;
/** A gap wider than this separates two words. */
const VAO_PALAVRA = 0.1;

/** Characters whose vertical centres are nearer than this many times the line's height share a line: less than the half line by which cells centred beside each other differ. */
const MESMA_LINHA = 0.33;

/** Visual lines of a page, top to bottom, each cut into cells at wide gaps: what a table needs. */
export function rebuildLinhas(caracteres: readonly Caractere[], alturaPagina: number): Linha[] {
  const linhas: { centro: number; altura: number; itens: Caractere[] }[] = [];
  for (const c of [...caracteres].sort((a, b) => b.topo + b.base - a.topo - a.base)) {
    const centro = (c.topo + c.base) / 2;
    const altura = Math.max(c.topo - c.base, 1);
    const alvo = findLinha(linhas, centro, altura);
    if (alvo) {
      alvo.itens.push(c);
      if (altura > alvo.altura) alvo.altura = altura;
    } else linhas.push({ centro, altura, itens: [c] });
  }
  return linhas.map((l) => ({ y: round(alturaPagina - l.centro), altura: round(l.altura), celulas: cutCelulas(l.itens, l.altura) }));
}

function findLinha(linhas: { centro: number; altura: number; itens: Caractere[] }[], centro: number, altura: number) {
  for (let i = linhas.length - 1; i >= Math.max(0, linhas.length - 4); i--) {
    const l = linhas[i]!;
    if (Math.abs(l.centro - centro) < Math.max(l.altura, altura) * MESMA_LINHA) return l;
  }
  return undefined;
}

function cutCelulas(itens: Caractere[], altura: number): Celula[] {
  itens.sort((a, b) => a.x0 - b.x0);
  const celulas: Celula[] = [];
  let texto = '';
  let x0 = 0;
  let x1 = 0;
  for (const c of itens) {
    const vao = c.x0 - x1;
    if (texto && vao > altura * VAO_CELULA) {
      celulas.push({ texto: normalizeText(texto), x0: round(x0), x1: round(x1) });
      texto = '';
    } else if (texto && vao > altura * VAO_PALAVRA) texto += ' ';
    if (!texto) x0 = c.x0;
    texto += c.c;
    x1 = Math.max(texto.length === 1 ? c.x1 : x1, c.x1);
  }
  if (texto) celulas.push({ texto: normalizeText(texto), x0: round(x0), x1: round(x1) });
  return celulas;
}

const round = (n: number): number => Math.round(n * 10) / 10;
