// Choices that repeat with the same seed.

/** mulberry32: numbers of [0, 1). */
export function createSorteio(semente) {
  let a = semente >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A number between two. */
export const entre = (sorte, a, b) => a + sorte() * (b - a);

/** One of `[weight, value]`. */
export function escolhe(sorte, opcoes) {
  let n = sorte() * opcoes.reduce((t, [peso]) => t + peso, 0);
  return (opcoes.find(([peso]) => (n -= peso) < 0) ?? opcoes.at(-1))[1];
}
