import { LRUCache } from 'lru-cache';
import type { BlocoLido } from './read-blocos.js';

/** A collection as it was at a version. */
interface Lembrada extends BlocoLido {
  readonly versao: string;
}

/** Of a name in memory, besides its characters. */
const BYTES_DO_ID = 60;

/** Whole collections, the last used, up to so many bytes in all. Threads share the vectors: nothing is kept twice. */
export class Memoria {
  private readonly colecoes: LRUCache<string, Lembrada> | null;

  constructor(private readonly maxBytes: number) {
    this.colecoes = maxBytes > 0 ? new LRUCache({ maxSize: maxBytes, sizeCalculation: (c) => sizeOf(c.ids.length, c.vetores.byteLength) }) : null;
  }

  /** Whether a collection of so many vectors would leave room for others. */
  fits(quantos: number, dimensoes: number): boolean {
    return sizeOf(quantos, quantos * dimensoes * 4) <= this.maxBytes / 2;
  }

  /** Null when it is not there, or was of another version. */
  get(colecao: string, versao: string): BlocoLido | null {
    const lembrada = this.colecoes?.get(colecao);
    if (lembrada?.versao === versao) return lembrada;
    this.colecoes?.delete(colecao);
    return null;
  }

  set(colecao: string, versao: string, bloco: BlocoLido): void {
    this.colecoes?.set(colecao, { ...bloco, versao });
  }

  forget(colecao: string): void {
    this.colecoes?.delete(colecao);
  }
}

const sizeOf = (quantos: number, bytes: number): number => 1 + bytes + quantos * BYTES_DO_ID;
