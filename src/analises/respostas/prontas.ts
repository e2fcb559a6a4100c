import { LRUCache } from 'lru-cache';
import type { Codificacao, Corpos } from '../../http/index.js';

/** How old the last look at the database may be for an answer to go out without another, ms. */
export const VALIDADE_MS = 1000;
/** From this age on an answer that is asked for is looked at again, with the others, ms. */
export const RENOVA_MS = 500;
/** Not asked for in so long, it is let go, ms. */
const ESQUECE_MS = 10 * 60_000;
/** What an entry holds besides its bodies, about. */
const BYTES_A_MAIS = 2048;
const MAX_RESPOSTAS = 20_000;
/** Above so many, writes too old to matter are dropped. */
const MAX_ESCRITAS = 1000;

/** An answer with a body, but for what is of each request. */
export interface Modelo {
  /** Names and values by turns. */
  readonly cabecalhos: readonly string[];
  /** Its bytes, one a letter: Node sends a text in the same write as the headers, without making one of the bytes each time. */
  readonly corpo: string;
}

/** The answer of a finished analysis, of one organisation, at a revision of it. */
export interface Pronta {
  readonly organizacaoId: string;
  readonly revisao: number;
  readonly etag: string;
  readonly corpos: Corpos;
  /** What is the same in every answer, as the normal route sends it; null until it has sent one. `semCorpo`: the headers of a 304. */
  modelos: Readonly<Record<Codificacao, Modelo | null>> & { readonly semCorpo: readonly string[] | null };
  /** When the database was last asked, before the question: monotonic, ms. */
  conferida: number;
}

export const SEM_MODELOS: Pronta['modelos'] = { br: null, gzip: null, identity: null, semCorpo: null };

/** Finished answers by analysis, within a bound of memory, each with the age of what is known of it. Times are monotonic, ms. */
export class Prontas {
  private readonly memoria: LRUCache<string, Pronta> | null;
  private readonly escritas = new Map<string, number>();

  /** `maxBytes` 0: nothing is kept. */
  constructor(private readonly maxBytes: number) {
    this.memoria = maxBytes === 0 ? null : new LRUCache({ max: MAX_RESPOSTAS, maxSize: maxBytes, sizeCalculation: sizeOf, ttl: ESQUECE_MS, updateAgeOnGet: true });
  }

  get bytes(): number {
    return this.memoria?.calculatedSize ?? 0;
  }

  get tamanho(): number {
    return this.memoria?.size ?? 0;
  }

  /** The entry, whatever its age: whoever asks has just asked the database, or is about to. */
  get(id: string): Pronta | undefined {
    return this.memoria?.get(id);
  }

  set(id: string, pronta: Pronta): void {
    if (this.memoria && sizeOf(pronta) <= this.maxBytes) this.memoria.set(id, pronta);
  }

  /** After its bodies grew: it is weighed again. */
  weigh(id: string, corpos: Corpos): void {
    const pronta = this.memoria?.peek(id);
    if (pronta?.corpos !== corpos) return;
    // An entry that is set again as it is keeps its old weight.
    this.memoria?.delete(id);
    this.set(id, pronta);
  }

  /** The entry, when it may be answered with no further question. */
  fresh(id: string, organizacaoId: string, agora: number): Pronta | null {
    const pronta = this.memoria?.get(id);
    if (!pronta || pronta.organizacaoId !== organizacaoId || agora - pronta.conferida > VALIDADE_MS) return null;
    return pronta.conferida > (this.escritas.get(organizacaoId) ?? -Infinity) ? pronta : null;
  }

  /** Something of the organisation was written here: nothing of it goes out before the database is asked again. */
  wrote(organizacaoId: string, agora: number): void {
    this.escritas.delete(organizacaoId);
    this.escritas.set(organizacaoId, agora);
    if (this.escritas.size <= MAX_ESCRITAS) return;
    for (const [outra, em] of this.escritas) {
      if (agora - em <= VALIDADE_MS) break;
      this.escritas.delete(outra);
    }
  }

  /** What the database said to a question asked at `perguntada`: `revisoes` of those that exist. The others are forgotten. */
  confirm(ids: Iterable<string>, revisoes: ReadonlyMap<string, { readonly organizacaoId: string; readonly revisao: number }>, perguntada: number): void {
    for (const id of ids) {
      const pronta = this.memoria?.peek(id);
      if (!pronta) continue;
      const agora = revisoes.get(id);
      if (agora?.revisao === pronta.revisao && agora.organizacaoId === pronta.organizacaoId) pronta.conferida = Math.max(pronta.conferida, perguntada);
      // One made since the question is newer than its answer.
      else if (pronta.conferida <= perguntada) this.memoria?.delete(id);
    }
  }

  /** Lets go of what nobody asked for in a long time. */
  sweep(): void {
    this.memoria?.purgeStale();
  }
}

/** Each body twice: as bytes and, once it was sent, as text. */
const sizeOf = ({ corpos }: Pronta): number => corpos.bytes * 2 + BYTES_A_MAIS;
