import { LRUCache } from 'lru-cache';
import { Corpos } from '../../http/index.js';

const ESQUECE_MS = 10 * 60_000;
/** What an entry holds besides its bodies, about. */
const BYTES_A_MAIS = 1024;

/**
 * Reports by the name of the work that made them, each in the encodings asked for so far, within a bound of memory. A name
 * tells its content: what is here never grows old. Whether somebody may read it is asked before, every time.
 */
export class RelatoriosProntos {
  private readonly memoria: LRUCache<string, Corpos> | null;
  private readonly buscando = new Map<string, Promise<Corpos>>();

  /** `maxBytes` 0: nothing is kept. */
  constructor(private readonly maxBytes: number) {
    this.memoria = maxBytes === 0 ? null : new LRUCache({ maxSize: maxBytes, sizeCalculation: sizeOf, ttl: ESQUECE_MS, updateAgeOnGet: true });
  }

  get bytes(): number {
    return this.memoria?.calculatedSize ?? 0;
  }

  get tamanho(): number {
    return this.memoria?.size ?? 0;
  }

  /** The report; `load` fetches its gzip bytes, once for all who ask meanwhile. @throws whatever `load` does */
  async get(nome: string, load: () => Promise<Buffer>): Promise<Corpos> {
    const pronto = this.memoria?.get(nome) ?? this.buscando.get(nome);
    if (pronto) return pronto;
    const buscando = load().then((gzip) => this.keep(nome, gzip)).finally(() => this.buscando.delete(nome));
    this.buscando.set(nome, buscando);
    return buscando;
  }

  /** Lets go of what nobody asked for in a long time. */
  sweep(): void {
    this.memoria?.purgeStale();
  }

  private keep(nome: string, gzip: Buffer): Corpos {
    const corpos = new Corpos('gzip', gzip, () => this.weigh(nome, corpos));
    this.set(nome, corpos);
    return corpos;
  }

  /** After it grew: an entry that is set again as it is keeps its old weight. */
  private weigh(nome: string, corpos: Corpos): void {
    if (this.memoria?.peek(nome) !== corpos) return;
    this.memoria.delete(nome);
    this.set(nome, corpos);
  }

  private set(nome: string, corpos: Corpos): void {
    if (this.memoria && sizeOf(corpos) <= this.maxBytes) this.memoria.set(nome, corpos);
  }
}

const sizeOf = (corpos: Corpos): number => corpos.bytes + BYTES_A_MAIS;
