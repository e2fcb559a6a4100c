import type { EmbeddingModelV4, LanguageModelV4 } from '@ai-sdk/provider';
import type { Agent } from 'undici';
import { tracoAtual } from '../observacao/index.js';
import { RespostaGrande } from './classify-falha.js';

/** The models of one server, by name. */
export interface Provedor {
  chat(modelo: string): LanguageModelV4;
  embedding(modelo: string): EmbeddingModelV4;
  close(): Promise<void>;
}

export interface OpcoesProvedor {
  readonly url: string;
  readonly chave: string;
  readonly api: 'chat' | 'responses';
  /** Silence of the server that is borne, ms. */
  readonly tempoMs: number;
  readonly conexoes: number;
  /** Most bytes of one answer of vectors. */
  readonly maxBytesEmbedding: number;
  /** Of this program, for `User-Agent`. */
  readonly versao: string;
}

const MAX_BYTES_CHAT = 4 * 1024 * 1024;
const CONEXAO_MS = 10_000;

/** Loaded at the first call: most processes, and most commands, never ask a model. */
export async function openProvedor({ url, chave, api, tempoMs, conexoes, maxBytesEmbedding, versao }: OpcoesProvedor): Promise<Provedor> {
  const [{ createOpenAI }, undici] = await Promise.all([import('@ai-sdk/openai'), import('undici')]);
  const agente = new undici.Agent({ connections: conexoes, connect: { timeout: Math.min(CONEXAO_MS, tempoMs) }, headersTimeout: tempoMs, bodyTimeout: tempoMs, keepAliveTimeout: 10_000, allowH2: false });
  const criar = (maxBytes: number) => createOpenAI({ baseURL: url, apiKey: chave, headers: { 'user-agent': `ALICIT/${versao}` }, fetch: createFetch(undici.fetch as unknown as typeof fetch, agente, maxBytes) });
  const [conversa, vetores] = [criar(MAX_BYTES_CHAT), criar(maxBytesEmbedding)];
  return {
    chat: (modelo) => (api === 'responses' ? conversa.responses(modelo) : conversa.chat(modelo)),
    embedding: (modelo) => vetores.textEmbeddingModel(modelo),
    close: () => agente.destroy(),
  };
}

/** No redirects (they would carry the key elsewhere), and no answer beyond so many bytes. */
function createFetch(pedir: typeof fetch, dispatcher: Agent, maxBytes: number): typeof fetch {
  return async (alvo, opcoes) => {
    const traco = tracoAtual();
    const headers = new Headers(opcoes?.headers);
    if (traco) headers.set('traceparent', traco.traceparent);
    const r = await pedir(alvo, { ...opcoes, headers: [...headers], redirect: 'error', dispatcher } as RequestInit);
    let lidos = 0;
    const contar = new TransformStream<Uint8Array, Uint8Array>({
      transform(parte, controle) {
        lidos += parte.byteLength;
        if (lidos > maxBytes) controle.error(new RespostaGrande('resposta grande demais'));
        else controle.enqueue(parte);
      },
    });
    return new Response(r.body?.pipeThrough(contar) ?? null, { status: r.status, statusText: r.statusText, headers: [...r.headers] });
  };
}
