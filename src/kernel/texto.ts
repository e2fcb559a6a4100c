/**
 * Folding that keeps every offset: one UTF-16 unit in, one out. Lower case, no accents, typographic quotes and
 * dashes made plain. Expressions are matched on the folded text and quotes are cut from the original at the same
 * place. The caller passes NFC text (see `normalizeText`).
 */
export function fold(texto: string): string {
  const n = texto.length;
  const codigos = n <= rascunho.length ? rascunho : new Uint16Array(n);
  for (let i = 0; i < n; i++) codigos[i] = foldCode(texto.charCodeAt(i));
  return fromUnits(codigos, n);
}

const rascunho = new Uint16Array(4096);
const estreito = Buffer.alloc(4096);

/** The string of the first `n` UTF-16 units: flat, and of one byte a character when it can (text joined character by character is a tree that takes twenty times its size). */
export function fromUnits(unidades: Uint16Array, n: number): string {
  const bytes = n <= estreito.length ? estreito : Buffer.allocUnsafe(n);
  for (let i = 0; i < n; i++) {
    const u = unidades[i]!;
    if (u > 255) return Buffer.from(unidades.buffer, unidades.byteOffset, n * 2).toString('utf16le');
    bytes[i] = u;
  }
  return bytes.toString('latin1', 0, n);
}

const tabela = new Map<string, string>([
  ['“', '"'], ['”', '"'], ['„', '"'], ['‘', "'"], ['’', "'"], ['´', "'"], ['–', '-'], ['—', '-'], ['−', '-'], ['‐', '-'], ['‑', '-'],
  ['\u00a0', ' '], ['\u2007', ' '], ['\u202f', ' '], ['\u2009', ' '], ['\u00ad', '-'], ['°', 'º'], ['º', 'º'], ['ª', 'ª'], ['•', '-'], ['·', '-'],
]);
/** Folded unit by unit, filled as units are met; 0 = not met yet. */
const dobrados = new Uint16Array(0x10000);

/** One UTF-16 unit as `fold` leaves it. */
function foldCode(codigo: number): number {
  return dobrados[codigo] || (dobrados[codigo] = foldChar(String.fromCharCode(codigo)).charCodeAt(0));
}

function foldChar(c: string): string {
  const fixo = tabela.get(c);
  if (fixo !== undefined) return fixo;
  const r = c.normalize('NFD')[0]!.toLowerCase();
  return r.length === 1 ? r : c;
}

/** What `normalizeText` may change: controls, carriage returns, no-break spaces and what NFC could compose; the dashes and quotes of U+2010 to U+2027 are left alone by all. */
const ANORMAL = /[\u0000-\u0008\u000b\r\u000e-\u001f\u00a0\u0100-\u200f\u2028-\uffff]/;

/** NFC, ligatures opened, no-break spaces plain, control characters out; line breaks are `\n`. */
export function normalizeText(texto: string): string {
  if (!ANORMAL.test(texto)) return texto;
  return texto
    .replace(/\r\n?/g, '\n')
    .replace(/[\ufb00-\ufb06]/g, (c) => c.normalize('NFKC'))
    .normalize('NFC')
    .replace(/[\u00a0\u2007\u202f\u2009]/g, ' ')
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\ufeff\u200b-\u200d]/g, '');
}

/** Controls of terminals (C0 but tab and line breaks, DEL, C1), marks that turn the direction of text, halves of a character. */
const INVISIVEIS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Untrusted text made fit to show in a terminal, a page or a report: what would command the reader's program is gone. */
export const showable = (texto: string): string => texto.toWellFormed().replace(INVISIVEIS, '');

const ENTIDADES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Any text as HTML, in elements and in quoted attributes: nothing in it is markup, nothing commands the reader's program. */
export const escapeHtml = (texto: string): string => showable(texto).replace(/[&<>"']/g, (c) => ENTIDADES[c]!);

/** White space collapsed to single spaces, trimmed. */
export const squeeze = (texto: string): string => texto.replace(/\s+/g, ' ').trim();

/** Letters and digits (a-z, 0-9) without accents only: the comparison that survives spacing, hyphenation and punctuation. */
export const lettersOf = (texto: string): string => firstLetters(texto, texto.length);

/** The first `maximo` of `lettersOf`. */
export function firstLetters(texto: string, maximo: number): string {
  const letras = texto.length <= rascunho.length ? rascunho : new Uint16Array(texto.length);
  let n = 0;
  for (let i = 0; i < texto.length && n < maximo; i++) {
    const letra = letterOf(texto.charCodeAt(i));
    if (letra !== NENHUMA) letras[n++] = letra;
  }
  return fromUnits(letras, n);
}

const NENHUMA = 1;
/** The letter or digit of each UTF-16 unit, filled as units are met; 0 = not met yet. */
const letrasDe = new Uint8Array(0x10000);
const letterOf = (codigo: number): number => letrasDe[codigo] || (letrasDe[codigo] = computeLetter(String.fromCharCode(codigo)));

function computeLetter(c: string): number {
  const letra = c.normalize('NFD').toLowerCase().replace(/[^a-z0-9]/g, '');
  return letra ? letra.charCodeAt(0) : NENHUMA;
}
