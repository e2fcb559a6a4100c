/** The routes that cost money; `modelos` (GET /v1/models) costs none. */
export const ROTAS = ['chat', 'responses', 'embeddings', 'modelos'] as const;
export type Rota = (typeof ROTAS)[number];

export interface ChamadaDeFerramenta {
  readonly id: string;
  readonly nome: string;
  /** JSON, as the model wrote it: not necessarily valid. */
  readonly argumentos: string;
}

/** A message of either protocol, in one shape. `texto` joins its text parts. */
export interface Mensagem {
  readonly papel: 'system' | 'user' | 'assistant' | 'tool';
  readonly texto: string;
  /** Tool calls of an assistant's message. */
  readonly chamadas: readonly ChamadaDeFerramenta[];
  /** Of a tool's message: the call it answers. */
  readonly chamadaId: string | null;
}

export interface Ferramenta {
  readonly nome: string;
  readonly descricao: string;
  readonly parametros: unknown;
}

/** A request as read, whatever its protocol. */
export interface PedidoModelo {
  /** Place among all requests of the server, from 1. */
  readonly n: number;
  readonly rota: Rota;
  readonly modelo: string;
  readonly mensagens: readonly Mensagem[];
  readonly ferramentas: readonly Ferramenta[];
  /** `auto`, `none`, `required` or the name of the one tool. */
  readonly escolha: string;
  /** The JSON schema of the answer; `{}` for `json_object`; null: plain text. */
  readonly esquema: Readonly<Record<string, unknown>> | null;
  /** Most tokens of the answer; null: no limit asked. */
  readonly maxTokens: number | null;
  readonly stream: boolean;
  /** chat: `stream_options.include_usage`. */
  readonly usoNoStream: boolean;
  /** embeddings: the texts; else empty. */
  readonly textos: readonly string[];
  /** embeddings; null: the model's own. */
  readonly dimensoes: number | null;
  readonly base64: boolean;
}

/** What the model says. Without `fim` it is `stop`, or `tool_calls` when there are some. */
export interface RespostaModelo {
  readonly texto?: string;
  /** Written as JSON in place of `texto`. */
  readonly json?: unknown;
  /** Arguments given as an object are written as JSON; as text, they go as they are. */
  readonly ferramentas?: readonly { readonly nome: string; readonly argumentos: unknown }[];
  /** The `refusal` of OpenAI: no content. */
  readonly recusa?: string;
  readonly fim?: 'stop' | 'length' | 'content_filter';
  /** In place of the server's latency, ms. */
  readonly latenciaMs?: number;
}

export type Responder = (pedido: PedidoModelo) => RespostaModelo | Promise<RespostaModelo>;

/** A request and what became of it. Tokens are counted as `contar-tokens.ts` says. */
export interface LinhaLedger {
  readonly n: number;
  readonly rota: Rota;
  readonly modelo: string;
  /** The end of the key it came with: a test that gives each process its own knows who asked. Empty without a key. */
  readonly quem: string;
  /** Milliseconds of the clock; `fim` null while it is being answered. */
  readonly inicio: number;
  fim: number | null;
  promptTokens: number;
  completionTokens: number;
  /** embeddings: how many texts. */
  readonly textos: number;
  /** SHA-256 of route and body, hexadecimal: equal calls have equal prints. */
  readonly impressao: string;
  /** Of the trace that asked (W3C Trace Context), as it came; absent when none did. */
  traceparent?: string;
  /** The body as it came; null once older bodies were dropped for memory, and in the file. */
  corpo: string | null;
  /** What the model said, after the fault if any: its text or JSON, then its tool calls; null as the body, and of embeddings. */
  resposta: string | null;
  /** Of the answer; 0 when none was sent. */
  status: number;
  /** Name of the fault it got. */
  falha: string | null;
  /** The client left, or was cut off, before the whole answer was sent. */
  abortado: boolean;
}
