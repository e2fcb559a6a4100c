/** Classes are numbered below this; words are hashed above it. */
export const PRIMEIRA_PALAVRA = 0x10000;

/** Letters that words of one family share ("pavimentar", "pavimento"). */
const LETRAS = 5;
const BITS_DO_RESTO = 10;

/** A word's term as a number of 32 bits that needs no dictionary: 22 bits of its first letters, 10 of all of it; never below `PRIMEIRA_PALAVRA`. */
export function hashTermo(termo: string): number {
  const familia = fnv(termo, Math.min(LETRAS, termo.length));
  return (((familia ^ (familia >>> 22)) << BITS_DO_RESTO) | mix(fnv(termo, termo.length)) | PRIMEIRA_PALAVRA) >>> 0;
}

/** The family of a term: terms that begin with the same letters have the same one. */
export const familiaDe = (termo: number): number => termo >>> BITS_DO_RESTO;

/** FNV-1a of the first `n` letters. */
function fnv(termo: string, n: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < n; i++) h = Math.imul(h ^ termo.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

const mix = (h: number): number => (h ^ (h >>> 10) ^ (h >>> 20)) & 0x3ff;
