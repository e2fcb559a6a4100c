import { Pinecone } from '@pinecone-database/pinecone';
import { LRUCache } from 'lru-cache';
import { boundTop, checkNumeros, checkVetores, lastOfEach, requireDimensoes } from './domain/check-vetores.js';
import type { OpcoesBusca, PaginaDeVetores, VectorStore, VetorNomeado, Vizinho } from './domain/vector-store.js';
import { createFetch, withSinal } from './pinecone/com-prazo.js';
import { Indices, type IndiceAberto } from './pinecone/indices.js';
import { isAusente, toErro } from './pinecone/to-erro.js';

export interface OpcoesPinecone {
  readonly chave: string;
  /** Of the control plane. */
  readonly url: string;
  readonly indice: string;
  /** Of one request. */
  readonly tempoMs: number;
  /** How long a new index may take to be ready (60 s), and how often one looks (1 s). */
  readonly prontoMs?: number;
  readonly olhaMs?: number;
}

/** Of one request to write, as JSON: under the 2 MB that are taken. A number takes at most so many characters. */
const MAX_BYTES = 1_900_000;
const BYTES_POR_NUMERO = 22;
const MAX_REGISTROS = 100;
const MAX_IDS = 1000;
/** Characters of names in one address. */
const MAX_ENDERECO = 4000;
const SIMULTANEAS = 4;
const TENTATIVAS = 3;
const MAX_ESPERA_MS = 2000;
const LEMBRADAS = 10_000;

/** Vectors in Pinecone: a namespace for each collection, in the index of its dimension. What was written may be seen a little later. */
export class PineconeVectors implements VectorStore {
  readonly nome = 'pinecone';
  private readonly indices: Indices;
  /** In which index a collection was found. */
  private readonly lugares = new LRUCache<string, IndiceAberto>({ max: LEMBRADAS });

  constructor({ chave, url, indice, tempoMs, prontoMs = 60_000, olhaMs = 1000 }: OpcoesPinecone) {
    const cliente = new Pinecone({ apiKey: chave, controllerHostUrl: url, maxRetries: TENTATIVAS - 1, fetchApi: createFetch({ tempoMs, tentativas: TENTATIVAS, maxEsperaMs: MAX_ESPERA_MS }) });
    this.indices = new Indices(cliente, { nome: indice, prontoMs, olhaMs });
  }

  upsert(colecao: string, vetores: readonly VetorNomeado[], sinal?: AbortSignal): Promise<void> {
    return this.ask(sinal, async () => {
      const dimensoes = checkVetores(vetores);
      if (dimensoes === null) return;
      const unicos = lastOfEach(vetores);
      const lugar = (await this.find(colecao)) ?? (await this.indices.ensure(dimensoes, sinal));
      requireDimensoes(dimensoes, lugar.dimensoes);
      const porPedido = Math.max(1, Math.min(MAX_REGISTROS, Math.floor(MAX_BYTES / (dimensoes * BYTES_POR_NUMERO + 300))));
      for (let i = 0; i < unicos.length; i += porPedido) {
        sinal?.throwIfAborted();
        await lugar.dados.upsert({ namespace: colecao, records: unicos.slice(i, i + porPedido).map(({ id, vetor }) => ({ id, values: Array.from(vetor) })) });
        this.lugares.set(colecao, lugar);
      }
    });
  }

  query(colecao: string, vetores: readonly Float32Array[], { top, sinal }: OpcoesBusca): Promise<readonly (readonly Vizinho[])[]> {
    return this.ask(sinal, async () => {
      const veio = checkNumeros(vetores);
      const lugar = await this.find(colecao);
      if (veio === null || !lugar) return vetores.map(() => []);
      requireDimensoes(veio, lugar.dimensoes);
      const achados: (readonly Vizinho[])[] = [];
      for (let i = 0; i < vetores.length; i += SIMULTANEAS) {
        sinal?.throwIfAborted();
        achados.push(...(await Promise.all(vetores.slice(i, i + SIMULTANEAS).map((v) => search(lugar, colecao, v, boundTop(top))))));
      }
      return achados;
    });
  }

  deleteIds(colecao: string, ids: readonly string[]): Promise<void> {
    return this.ask(undefined, async () => {
      const lugar = await this.find(colecao);
      for (let i = 0; lugar && i < ids.length; i += MAX_IDS) await ignoreAusente(lugar.dados.deleteMany({ namespace: colecao, ids: ids.slice(i, i + MAX_IDS) }));
    });
  }

  deleteColecao(colecao: string): Promise<void> {
    return this.ask(undefined, async () => {
      this.lugares.delete(colecao);
      for (const { dados } of await this.indices.list()) await ignoreAusente(dados.deleteAll({ namespace: colecao }));
    });
  }

  count(colecao: string): Promise<number> {
    return this.ask(undefined, async () => {
      const lugar = await this.find(colecao);
      return lugar ? await countIn(lugar, colecao) : 0;
    });
  }

  list(colecao: string, { cursor, limite }: { readonly cursor?: string | undefined; readonly limite: number }): Promise<PaginaDeVetores> {
    return this.ask(undefined, async () => {
      const lugar = await this.find(colecao);
      if (!lugar) return { vetores: [], cursor: null };
      const pagina = await lugar.dados.listPaginated({ namespace: colecao, limit: Math.min(MAX_REGISTROS, limite), ...(cursor === undefined ? {} : { paginationToken: cursor }) });
      const ids = (pagina.vectors ?? []).flatMap((v) => (v.id === undefined ? [] : [v.id]));
      return { vetores: await fetchVetores(lugar, colecao, ids), cursor: pagina.pagination?.next ?? null };
    });
  }

  /** Null: no index has it, or none shows it yet. */
  private async find(colecao: string): Promise<IndiceAberto | null> {
    const lembrado = this.lugares.get(colecao);
    if (lembrado) return lembrado;
    for (const indice of await this.indices.list()) {
      if ((await countIn(indice, colecao)) === 0) continue;
      this.lugares.set(colecao, indice);
      return indice;
    }
    return null;
  }

  private async ask<T>(sinal: AbortSignal | undefined, fazer: () => Promise<T>): Promise<T> {
    sinal?.throwIfAborted();
    try {
      return await withSinal(sinal, fazer);
    } catch (erro) {
      sinal?.throwIfAborted();
      // An index that was erased, or moved, is looked for again.
      this.lugares.clear();
      this.indices.forget();
      throw toErro(erro);
    }
  }
}

async function search({ dados }: IndiceAberto, colecao: string, vetor: Float32Array, top: number): Promise<readonly Vizinho[]> {
  const { matches } = await dados.query({ namespace: colecao, vector: Array.from(vetor), topK: top, includeValues: false, includeMetadata: false });
  return matches.map(({ id, score }) => ({ id, nota: Math.min(1, Math.max(-1, score ?? 0)) }));
}

async function countIn({ dados }: IndiceAberto, colecao: string): Promise<number> {
  try {
    return Number((await dados.describeNamespace(colecao)).recordCount ?? 0);
  } catch (erro) {
    if (isAusente(erro)) return 0;
    throw erro;
  }
}

/** In the order of the ids; what was taken out meanwhile is not there. */
async function fetchVetores({ dados }: IndiceAberto, colecao: string, ids: readonly string[]): Promise<VetorNomeado[]> {
  const achados = new Map<string, Float32Array>();
  for (const parte of splitByLength(ids)) {
    const { records } = await dados.fetch({ namespace: colecao, ids: parte });
    for (const [id, { values }] of Object.entries(records)) if (values?.length) achados.set(id, Float32Array.from(values));
  }
  return ids.flatMap((id) => (achados.has(id) ? [{ id, vetor: achados.get(id)! }] : []));
}

function splitByLength(ids: readonly string[]): string[][] {
  const partes: string[][] = [];
  let tamanho = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    const deste = encodeURIComponent(id).length + 5;
    if (tamanho + deste > MAX_ENDERECO) {
      partes.push([]);
      tamanho = 0;
    }
    partes.at(-1)!.push(id);
    tamanho += deste;
  }
  return partes;
}

async function ignoreAusente(apagando: Promise<void>): Promise<void> {
  try {
    await apagando;
  } catch (erro) {
    if (!isAusente(erro)) throw erro;
  }
}
