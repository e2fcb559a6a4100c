/** The stores there are. */
export const LOJAS = ['exact', 'pgvector', 'pinecone'] as const;
export type NomeLoja = (typeof LOJAS)[number];

/** A vector and its name inside a collection: 1 to 200 visible ASCII characters. */
export interface VetorNomeado {
  readonly id: string;
  readonly vetor: Float32Array;
}

/** A neighbour: cosine similarity, −1 to 1. */
export interface Vizinho {
  readonly id: string;
  readonly nota: number;
}

export interface OpcoesBusca {
  /** 1 to 1000. */
  readonly top: number;
  readonly sinal?: AbortSignal | undefined;
}

/** Vectors of a collection, by id. `cursor`: where the next page begins; null: that was the last. */
export interface PaginaDeVetores {
  readonly vetores: readonly VetorNomeado[];
  readonly cursor: string | null;
}

/**
 * Where vectors are kept and the nearest are found. A collection is made by its first vector; all of one collection have the
 * same number of dimensions. Every operation is idempotent and bounded in time.
 * @throws AlicitError `vetores_indisponiveis`; `vetor_invalido` (empty, zero or not finite; a bad id), `dimensoes_diferentes`;
 * an abort's own reason
 */
export interface VectorStore {
  readonly nome: NomeLoja;
  upsert(colecao: string, vetores: readonly VetorNomeado[], sinal?: AbortSignal): Promise<void>;
  /** For each vector its nearest, best first, at most `top`; of an unknown collection, none. */
  query(colecao: string, vetores: readonly Float32Array[], opcoes: OpcoesBusca): Promise<readonly (readonly Vizinho[])[]>;
  deleteIds(colecao: string, ids: readonly string[]): Promise<void>;
  deleteColecao(colecao: string): Promise<void>;
  /** What a query would see now. */
  count(colecao: string): Promise<number>;
  /** Vectors of a collection in a stable order, a page at a time: what `alicit reindexar` copies. */
  list(colecao: string, pagina: { readonly cursor?: string | undefined; readonly limite: number }): Promise<PaginaDeVetores>;
}
