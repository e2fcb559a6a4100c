/** Chance that repeats: the same text gives the same stream, whatever the order in which requests arrive. */

/** FNV-1a, 32 bits. */
export function hashOf(texto: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < texto.length; i++) h = Math.imul(h ^ texto.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

export interface Sorteio {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Whole, both ends included. */
  inteiro(de: number, ate: number): number;
  um<T>(lista: readonly T[]): T;
}

/** mulberry32 over the hash of a text. */
export function createSorteio(semente: string | number): Sorteio {
  let estado = hashOf(String(semente));
  const next = (): number => {
    estado = (estado + 0x6d2b79f5) | 0;
    let t = Math.imul(estado ^ (estado >>> 15), 1 | estado);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const inteiro = (de: number, ate: number): number => de + Math.floor(next() * (ate - de + 1));
  return { next, inteiro, um: (lista) => lista[inteiro(0, lista.length - 1)]! };
}
