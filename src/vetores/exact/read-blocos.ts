import type { DataSource } from 'typeorm';
import { writeNumeros } from './float32.js';

/** Part of a collection: as many ids as vectors, one after the other in memory threads can share. */
export interface BlocoLido {
  readonly ids: readonly string[];
  readonly vetores: Float32Array;
}

/** Read in one turn of the event loop: a larger one stops it for longer. */
const MAX_BYTES = 1024 * 1024;
/** Bounds what the names take. */
const MAX_LINHAS = 5000;

/** Vectors that fit in one block. */
export const linhasPorBloco = (dimensoes: number): number => Math.max(1, Math.min(MAX_LINHAS, Math.floor(MAX_BYTES / (dimensoes * 4))));

/** A collection by id, in blocks of at most 1 MB (and at least one vector). */
export async function* readBlocos(fonte: Pick<DataSource, 'query'>, colecao: string, dimensoes: number): AsyncGenerator<BlocoLido> {
  const limite = linhasPorBloco(dimensoes);
  for (let depois = ''; ; ) {
    const linhas = await fonte.query<{ id: string; vetor: Buffer }[]>('select id, vetor from alicit.vetor where colecao = $1 and id > $2 order by id limit $3', [colecao, depois, limite]);
    const boas = linhas.filter((l) => l.vetor.length === dimensoes * 4);
    const vetores = new Float32Array(new SharedArrayBuffer(boas.length * dimensoes * 4));
    for (const [i, { vetor }] of boas.entries()) writeNumeros(vetores, i * dimensoes, vetor);
    if (boas.length) yield { ids: boas.map((l) => l.id), vetores };
    if (linhas.length < limite) return;
    depois = linhas.at(-1)!.id;
  }
}
