import type { TextoEdital } from '../../editais/index.js';

const MAXIMO = 600;
/** What ends with a full stop and does not end a sentence. */
const ABREVIATURA = /(?:^|[\s(])(?:arts?|n|no|nº|inc|al|par|sr|sra|dr|dra|eng|min|max|fls?|pag|cap|ltda|cia|av|r|obs|ex|tel|ref|doc|c|d|s|a|e)\.?$/;

/**
 * Bounds of the sentence around [inicio, fim): inside its clause, cut at a semicolon or at a full stop followed by a
 * capital. 600 characters each side at most. For judging what the match really says.
 */
export function fraseEm(t: TextoEdital, inicio: number, fim: number): { readonly inicio: number; readonly fim: number } {
  const c = t.clausulaEm(inicio, fim, MAXIMO);
  let a = inicio;
  while (a > c.inicio && !isFimDeFrase(t, a - 1)) a--;
  let b = fim;
  while (b < c.fim && !isFimDeFrase(t, b)) b++;
  return { inicio: a, fim: b };
}

/** Folded text of the sentence, white space collapsed. */
export function textoDaFrase(t: TextoEdital, inicio: number, fim: number): string {
  const f = fraseEm(t, inicio, fim);
  return t.dobrado.slice(f.inicio, f.fim).replace(/\s+/g, ' ').trim();
}

function isFimDeFrase(t: TextoEdital, i: number): boolean {
  const c = t.texto[i];
  if (c === ';') return true;
  if (c !== '.') return false;
  const depois = t.texto.slice(i + 1, i + 8);
  if (!/^\s+\S/.test(depois) || !/^\s+[\p{Lu}\d("“]/u.test(depois)) return false;
  return !ABREVIATURA.test(t.dobrado.slice(Math.max(0, i - 6), i));
}
