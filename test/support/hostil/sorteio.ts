/** Choices that the same seed repeats. */
export interface Sorteio {
  /** From 0 to 1, 1 excluded. */
  readonly real: () => number;
  /** Integer from `de` to `ate`, both included. */
  readonly inteiro: (de: number, ate: number) => number;
  readonly um: <T>(de: readonly T[]) => T;
  readonly chance: (p: number) => boolean;
}

/** mulberry32. */
export function createSorteio(semente: number): Sorteio {
  let a = semente >>> 0;
  const real = (): number => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const inteiro = (de: number, ate: number): number => de + Math.floor(real() * (ate - de + 1));
  return { real, inteiro, um: (lista) => lista[inteiro(0, lista.length - 1)]!, chance: (p) => real() < p };
}
