import { z } from 'zod';
import { inteiro } from './inteiro.js';

/** The models asked, and how much they may cost. Times in milliseconds. */
export interface ConfigModelos {
  /** Of chat, the one asked when it fails (null: none), and of embeddings. */
  readonly chat: string;
  readonly reserva: string | null;
  readonly embedding: string;
  /** Numbers of a vector; null: what the model gives by itself. */
  readonly dimensoes: number | null;
  /** Which of the two protocols of a chat model the server speaks. */
  readonly api: 'chat' | 'responses';
  /** Of one request, to its last byte; requests for one call, the first included; first ceiling of the random wait between them. */
  readonly tempoMs: number;
  readonly tentativas: number;
  readonly esperaMs: number;
  /** Calls of this process at once, and those that may wait for a place. */
  readonly concorrencia: number;
  readonly maxFila: number;
  /** Failures in a row after which a model is left alone, and for how long. */
  readonly disjuntor: { readonly falhas: number; readonly abertoMs: number };
  /** Tokens, asked and answered together: of one analysis or question, of one organisation in a day, of all in a day (UTC). */
  readonly orcamento: { readonly analise: number; readonly organizacaoDia: number; readonly dia: number };
  /** Calls of one analysis. */
  readonly maxChamadas: number;
  /** Most tokens of one answer. */
  readonly maxSaida: number;
  /** USD by million tokens, decimal text; null: from the table of known models. */
  readonly precos: { readonly entrada: string | null; readonly saida: string | null; readonly embedding: string | null };
  /** Texts in one request of embeddings. */
  readonly lote: number;
  /** Days without use after which answers and embeddings kept are erased. */
  readonly diasSemUso: number;
}

/** Where vectors are kept. */
export interface ConfigVetores {
  /** Null: Pinecone when its key is given, else exact. */
  readonly loja: 'exact' | 'pgvector' | 'pinecone' | null;
  readonly pineconeIndice: string;
  readonly tempoMs: number;
  /** Of collections kept in memory by exact search, all together. */
  readonly memoriaBytes: number;
  /** Tenders of the collection are embedded too, for recommendations. */
  readonly acervo: boolean;
  /** Days without use after which a collection of passages is erased. */
  readonly diasSemUso: number;
}

const nome = z.string().regex(/^[\w.:/@-]{1,120}$/, 'esperado o nome de um modelo');
const preco = z.string().regex(/^\d{1,5}(?:\.\d{1,6})?$/, 'esperado um preço em dólares por milhão de tokens, como 0.25').optional();

/** The variables, for the schema of the environment. */
export const camposModelos = {
  ALICIT_MODEL: nome.default('gpt-5-mini'),
  ALICIT_MODEL_FALLBACK: nome.optional(),
  ALICIT_EMBEDDING_MODEL: nome.default('text-embedding-3-small'),
  ALICIT_EMBEDDING_DIMENSOES: z.string().regex(/^\d{1,5}$/, 'esperado um número inteiro de 16 a 8192').transform(Number).refine((n) => n >= 16 && n <= 8192, 'esperado um número inteiro de 16 a 8192').optional(),
  ALICIT_MODEL_API: z.enum(['chat', 'responses'], 'esperado chat ou responses').default('chat'),
  ALICIT_MODEL_TEMPO_S: inteiro(1, 600, 60),
  ALICIT_MODEL_TENTATIVAS: inteiro(1, 10, 3),
  ALICIT_MODEL_ESPERA_MS: inteiro(1, 60_000, 500),
  ALICIT_MODEL_CONCORRENCIA: inteiro(1, 64, 8),
  ALICIT_MODEL_FILA: inteiro(1, 100_000, 256),
  ALICIT_MODEL_DISJUNTOR_FALHAS: inteiro(1, 1000, 5),
  ALICIT_MODEL_DISJUNTOR_S: inteiro(1, 3600, 30),
  ALICIT_ORCAMENTO_ANALISE: inteiro(1000, 100_000_000, 150_000),
  ALICIT_ORCAMENTO_ORGANIZACAO: inteiro(1000, 1_000_000_000, 5_000_000),
  ALICIT_ORCAMENTO_DIA: inteiro(1000, 1_000_000_000, 20_000_000),
  ALICIT_MODEL_MAX_CHAMADAS: inteiro(5, 50, 10),
  ALICIT_MODEL_MAX_SAIDA: inteiro(256, 100_000, 4000),
  ALICIT_PRECO_ENTRADA: preco,
  ALICIT_PRECO_SAIDA: preco,
  ALICIT_PRECO_EMBEDDING: preco,
  ALICIT_EMBEDDING_LOTE: inteiro(1, 2048, 512),
  ALICIT_MODEL_DIAS: inteiro(1, 3650, 90),
};

/** The variables of vectors. */
export const camposVetores = {
  ALICIT_VETORES: z.enum(['exact', 'pgvector', 'pinecone'], 'esperado exact, pgvector ou pinecone').optional(),
  ALICIT_PINECONE_INDICE: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,43}[a-z0-9])?$/, 'esperado um nome de índice do Pinecone: minúsculas, números e hífens').default('alicit'),
  ALICIT_VETORES_TEMPO_S: inteiro(1, 120, 10),
  ALICIT_VETORES_MEMORIA_MB: inteiro(0, 16_000, 48),
  ALICIT_VETORES_ACERVO: z.enum(['0', '1'], 'esperado 0 ou 1').default('0'),
  ALICIT_VETORES_DIAS: inteiro(1, 3650, 90),
};

/** The configuration they make. */
export const resolveModelos = (v: z.infer<z.ZodObject<typeof camposModelos>>): ConfigModelos => ({
  chat: v.ALICIT_MODEL, reserva: v.ALICIT_MODEL_FALLBACK ?? null, embedding: v.ALICIT_EMBEDDING_MODEL, dimensoes: v.ALICIT_EMBEDDING_DIMENSOES ?? null, api: v.ALICIT_MODEL_API,
  tempoMs: v.ALICIT_MODEL_TEMPO_S * 1000, tentativas: v.ALICIT_MODEL_TENTATIVAS, esperaMs: v.ALICIT_MODEL_ESPERA_MS, concorrencia: v.ALICIT_MODEL_CONCORRENCIA, maxFila: v.ALICIT_MODEL_FILA,
  disjuntor: { falhas: v.ALICIT_MODEL_DISJUNTOR_FALHAS, abertoMs: v.ALICIT_MODEL_DISJUNTOR_S * 1000 },
  orcamento: { analise: v.ALICIT_ORCAMENTO_ANALISE, organizacaoDia: v.ALICIT_ORCAMENTO_ORGANIZACAO, dia: v.ALICIT_ORCAMENTO_DIA },
  maxChamadas: v.ALICIT_MODEL_MAX_CHAMADAS, maxSaida: v.ALICIT_MODEL_MAX_SAIDA, precos: { entrada: v.ALICIT_PRECO_ENTRADA ?? null, saida: v.ALICIT_PRECO_SAIDA ?? null, embedding: v.ALICIT_PRECO_EMBEDDING ?? null },
  lote: v.ALICIT_EMBEDDING_LOTE, diasSemUso: v.ALICIT_MODEL_DIAS,
});

/** As `resolveModelos`, of vectors. */
export const resolveVetores = (v: z.infer<z.ZodObject<typeof camposVetores>>): ConfigVetores => ({
  loja: v.ALICIT_VETORES ?? null, pineconeIndice: v.ALICIT_PINECONE_INDICE, tempoMs: v.ALICIT_VETORES_TEMPO_S * 1000, memoriaBytes: v.ALICIT_VETORES_MEMORIA_MB * 1024 * 1024, acervo: v.ALICIT_VETORES_ACERVO === '1', diasSemUso: v.ALICIT_VETORES_DIAS,
});
