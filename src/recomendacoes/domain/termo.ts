/** Classes are numbered below this; words are hashed above it. */
export const PRIMEIRA_PALAVRA = 0x10000;

/** A word's term as a number of 32 bits that needs no dictionary (FNV-1a); never below `PRIMEIRA_PALAVRA`. */
export function hashTermo(termo: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < termo.length; i++) h = Math.imul(h ^ termo.charCodeAt(i), 0x01000193);
  return (h >>> 0) | PRIMEIRA_PALAVRA;
}
