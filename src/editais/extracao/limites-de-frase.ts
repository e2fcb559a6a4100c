import { beforeLigatura } from '../domain/before-ligatura.js';
import type { TextoEdital } from '../domain/texto-edital.js';

const ABREVIADO = /(?:\b(?:arts?|n|nº|no|inc|al|fls?|srs?|sras?|dr|dra|obs|ex|cf|p|pag|av|c|ltda|s\.a)|\b\d{1,2})$/;

/**
 * Bounds of the sentence around [inicio, fim): inside its clause, from the last full stop or semicolon to the next.
 * Stops of abbreviations ("art. 5º") and of numbering ("8.1. ") do not end a sentence.
 */
export function fraseEm(t: TextoEdital, inicio: number, fim: number, maximo = 700): { inicio: number; fim: number } {
  const c = t.clausulaEm(inicio, fim, maximo);
  let a = inicio;
  while (a > c.inicio && !isFimDeFrase(t.dobrado, a - 1)) a--;
  let b = fim;
  while (b < c.fim && !isFimDeFrase(t.dobrado, b)) b++;
  return { inicio: a, fim: b };
}

function isFimDeFrase(s: string, i: number): boolean {
  const c = s[i];
  if (c === ';') return true;
  if (c !== '.' || !/\s/.test(s[i + 1] ?? ' ')) return false;
  return !ABREVIADO.test(s.slice(Math.max(0, i - 6), i));
}

/** The folded sentence, white space collapsed. */
export const fraseDe = (t: TextoEdital, inicio: number, fim: number, maximo?: number): string => {
  const f = fraseEm(t, inicio, fim, maximo);
  return t.dobrado.slice(f.inicio, f.fim).replace(/\s+/g, ' ');
};

/**
 * End of a quote that begins at `inicio`: on to the end of its sentence while it is shorter than `alvo` characters, so
 * that the quote is made of what follows rather than of the heading before it.
 */
export function extendFim(t: TextoEdital, inicio: number, fim: number, alvo = 112): number {
  const frase = fraseEm(t, inicio, fim);
  const ate = Math.max(fim, Math.min(frase.fim, inicio + alvo));
  return beforeLigatura(t.texto, fim, ate);
}

/** Start of the line, when near: a quote reads better whole, and a line is never made of two columns or a heading. */
export function inicioDaLinha(t: TextoEdital, inicio: number, alcance = 32): number {
  const quebra = Math.max(t.dobrado.lastIndexOf('\n', inicio - 1), t.dobrado.lastIndexOf('\f', inicio - 1));
  return inicio - (quebra + 1) <= alcance ? quebra + 1 : inicio;
}
