import { Selecao, type Melhores } from './melhores.js';

/** Vectors one after the other, and what is looked for among them. */
export interface Bloco {
  readonly vetores: Float32Array;
  readonly dimensoes: number;
  readonly perguntas: readonly Float32Array[];
  readonly top: number;
}

/** For each question the best of the block by cosine similarity, exactly. */
export function scoreBloco({ vetores, dimensoes, perguntas, top }: Bloco): Melhores[] {
  const quantos = Math.floor(vetores.length / dimensoes);
  const unitarias = perguntas.map(toUnitario);
  const selecoes = perguntas.map(() => new Selecao(top));
  for (let i = 0; i < quantos; i++) {
    const inicio = i * dimensoes;
    const norma = Math.sqrt(dot(vetores, inicio, vetores, inicio, dimensoes));
    if (norma === 0) continue;
    for (let p = 0; p < unitarias.length; p++) selecoes[p]!.offer(i, clamp(dot(vetores, inicio, unitarias[p]!, 0, dimensoes) / norma));
  }
  return selecoes.map((s) => s.take());
}

/** Four sums at once: one waits for itself at each step. */
function dot(a: Float32Array | Float64Array, deA: number, b: Float32Array | Float64Array, deB: number, n: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  const cheio = n - (n % 4);
  for (let k = 0; k < cheio; k += 4) {
    s0 += a[deA + k]! * b[deB + k]!;
    s1 += a[deA + k + 1]! * b[deB + k + 1]!;
    s2 += a[deA + k + 2]! * b[deB + k + 2]!;
    s3 += a[deA + k + 3]! * b[deB + k + 3]!;
  }
  for (let k = cheio; k < n; k++) s0 += a[deA + k]! * b[deB + k]!;
  return s0 + s1 + (s2 + s3);
}

function toUnitario(v: Float32Array): Float64Array {
  const norma = Math.sqrt(dot(v, 0, v, 0, v.length));
  return Float64Array.from(v, (x) => x / norma);
}

const clamp = (x: number): number => Math.min(1, Math.max(-1, x));
