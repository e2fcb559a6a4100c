import type { VetorNomeado } from '../../src/vetores/index.js';

/** Numbers that repeat: the same seed gives the same stream (mulberry32). */
export function createSorteio(semente: number): () => number {
  let estado = semente;
  return () => {
    estado = (estado + 0x6d2b79f5) | 0;
    let t = Math.imul(estado ^ (estado >>> 15), 1 | estado);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function sortearVetor(dimensoes: number, sorteio: () => number): Float32Array {
  return Float32Array.from({ length: dimensoes }, () => sorteio() * 2 - 1);
}

/** `v0000`, `v0001`… */
export const nomeDe = (n: number): string => `v${String(n).padStart(4, '0')}`;

export function sortearVetores(quantos: number, dimensoes: number, semente = 1): VetorNomeado[] {
  const sorteio = createSorteio(semente);
  return Array.from({ length: quantos }, (_, i) => ({ id: nomeDe(i), vetor: sortearVetor(dimensoes, sorteio) }));
}

/** Cosine similarity, the plain way. */
export function cosseno(a: Float32Array, b: Float32Array): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += a[i]! * b[i]!;
    aa += a[i]! * a[i]!;
    bb += b[i]! * b[i]!;
  }
  return ab / Math.sqrt(aa * bb);
}

/** The nearest, by looking at all. */
export const forcaBruta = (vetores: readonly VetorNomeado[], pergunta: Float32Array, top: number): { readonly id: string; readonly nota: number }[] =>
  vetores.map(({ id, vetor }) => ({ id, nota: cosseno(vetor, pergunta) })).sort((a, b) => b.nota - a.nota || (a.id < b.id ? -1 : 1)).slice(0, top);
