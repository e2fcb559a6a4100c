/** A vector and its name inside a collection. */
export interface VetorNomeado {
  readonly id: string;
  readonly vetor: Float32Array;
}

/** A neighbour: cosine similarity, −1 to 1. */
export interface Vizinho {
  readonly id: string;
  readonly nota: number;
}

/**
 * Where vectors are kept and the nearest are found. A collection is made by its first vector; all of one collection have the
 * same number of dimensions. Every operation is idempotent and bounded in time. @throws AlicitError `vetores_indisponiveis`
 */
export interface VectorStore {
  readonly nome: 'exact' | 'pgvector' | 'pinecone';
  upsert(colecao: string, vetores: readonly VetorNomeado[], sinal?: AbortSignal): Promise<void>;
  /** Best first, at most `top`; an unknown collection has none. */
  query(colecao: string, vetor: Float32Array, opcoes: { readonly top: number; readonly sinal?: AbortSignal | undefined }): Promise<readonly Vizinho[]>;
  deleteIds(colecao: string, ids: readonly string[]): Promise<void>;
  deleteColecao(colecao: string): Promise<void>;
  count(colecao: string): Promise<number>;
  /** Vectors of a collection in a stable order, a page at a time: what `alicit reindexar` copies. */
  list(colecao: string, pagina: { readonly cursor?: string | undefined; readonly limite: number }): Promise<{ readonly vetores: readonly VetorNomeado[]; readonly cursor: string | null }>;
}
