import { Readable } from 'node:stream';
import { AwsV4Signer } from 'aws4fetch';
import { ExponentialBackoff, handleType, retry, type RetryPolicy } from 'cockatiel';
import { Agent, request, type Dispatcher } from 'undici';
import type { ConfigS3 } from '../../config/index.js';
import { codigoDe } from './erros.js';
import { FalhaTransitoria, fromResposta } from './s3-erros.js';

export type RespostaS3 = Dispatcher.ResponseData;

/** One request about one object. */
export interface PedidoS3 {
  readonly metodo: 'HEAD' | 'GET' | 'PUT' | 'DELETE';
  /** The object's name, without the configured prefix. */
  readonly objeto: string;
  readonly corpo?: CorpoS3;
  /** Statuses handed to the caller; any other is an error. */
  readonly aceita: readonly number[];
  /** Ends all tries. */
  readonly signal?: AbortSignal;
}

/** What is sent. The store refuses a body that does not match its hash. */
export interface CorpoS3 {
  /** From the beginning, at every try. */
  readonly open: () => Readable;
  readonly bytes: number;
  readonly sha256: string;
}

/** How long things may take. For tests; the defaults are for use. */
export interface RitmoS3 {
  /** Without a byte sent or received, after which a try is given up, in milliseconds. */
  readonly tempoMs: number;
  /** First wait between tries; doubles with jitter. */
  readonly esperaMs: number;
}

const RITMO: RitmoS3 = { tempoMs: 15_000, esperaMs: 200 };
const TENTATIVAS = 3;
const MAX_CONEXOES = 16;
/** Of an answer nobody reads: read to its end when so small, since that keeps the connection. */
const MAX_BYTES_IGNORADOS = 16 * 1024;
const SHA256_DE_NADA = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Address of an object, as the store's style wants it. */
export function objectUrl(c: Pick<ConfigS3, 'endpoint' | 'bucket' | 'prefixo' | 'estilo'>, objeto: string): string {
  if (c.estilo === 'path') return `${c.endpoint}/${c.bucket}/${c.prefixo}${objeto}`;
  return `${c.endpoint.replace('://', `://${c.bucket}.`)}/${c.prefixo}${objeto}`;
}

/**
 * Signed requests to an S3-compatible store: at most 3 tries each, every try bounded in time. Sent by undici's `request`: `fetch` reads the
 * whole body of an upload into memory.
 */
export class S3Client {
  private readonly retentar: RetryPolicy;
  private readonly ritmo: RitmoS3;
  /** Time limits are ours: undici's have a resolution of a second and do not see an upload that stands still. */
  private readonly conexoes = new Agent({ connections: MAX_CONEXOES, headersTimeout: 0, bodyTimeout: 0 });

  constructor(
    private readonly config: ConfigS3,
    ritmo: Partial<RitmoS3> = {},
  ) {
    this.ritmo = { ...RITMO, ...ritmo };
    const backoff = new ExponentialBackoff({ initialDelay: this.ritmo.esperaMs, maxDelay: this.ritmo.esperaMs * 10 });
    this.retentar = retry(handleType(FalhaTransitoria), { maxAttempts: TENTATIVAS - 1, backoff });
  }

  /**
   * Sends and lets `use` read the answer within the try: its `FalhaTransitoria`s are tried again, other errors are final.
   * `use` calls `vivo` when data come, which restarts the time limit.
   * @throws AlicitError `arquivos_indisponiveis`, and what `use` throws
   */
  async send<T>(pedido: PedidoS3, use: (res: RespostaS3, vivo: () => void) => Promise<T>): Promise<T> {
    try {
      return await this.retentar.execute(() => this.attempt(pedido, use), pedido.signal);
    } catch (erro) {
      throw erro instanceof FalhaTransitoria ? erro.toAlicit() : erro;
    }
  }

  private async attempt<T>(pedido: PedidoS3, use: (res: RespostaS3, vivo: () => void) => Promise<T>): Promise<T> {
    const tempo = new AbortController();
    const relogio = setTimeout(() => tempo.abort(), this.ritmo.tempoMs);
    const vivo = (): void => void relogio.refresh();
    const signal = pedido.signal ? AbortSignal.any([tempo.signal, pedido.signal]) : tempo.signal;
    try {
      const res = await this.request(pedido, vivo, signal);
      if (!pedido.aceita.includes(res.statusCode)) throw await fromResposta(res);
      const resultado = await use(res, vivo);
      await res.body.dump({ limit: MAX_BYTES_IGNORADOS, signal }).catch(() => undefined);
      return resultado;
    } finally {
      clearTimeout(relogio);
    }
  }

  private async request(pedido: PedidoS3, vivo: () => void, signal: AbortSignal): Promise<RespostaS3> {
    const { url, headers } = await this.sign(pedido);
    const body = pedido.corpo ? Readable.from(pulse(pedido.corpo.open(), vivo)) : null;
    if (pedido.corpo) headers.set('content-length', String(pedido.corpo.bytes));
    try {
      return await request(url, { method: pedido.metodo, headers: Object.fromEntries(headers), body, signal, dispatcher: this.conexoes });
    } catch (erro) {
      throw asTransitoria(erro, signal);
    }
  }

  private sign(pedido: PedidoS3): Promise<{ url: URL; headers: Headers }> {
    const { chave, segredo, regiao } = this.config;
    return new AwsV4Signer({
      method: pedido.metodo,
      url: objectUrl(this.config, pedido.objeto),
      headers: { 'x-amz-content-sha256': pedido.corpo?.sha256 ?? SHA256_DE_NADA },
      accessKeyId: chave,
      secretAccessKey: segredo.reveal(),
      service: 's3',
      region: regiao,
    }).sign();
  }
}

/** The stream's parts, telling at each that things move. */
export async function* pulse(fluxo: Readable, vivo: () => void): AsyncGenerator<Buffer> {
  for await (const parte of fluxo as AsyncIterable<Buffer>) {
    vivo();
    yield parte;
  }
}

/** A failed exchange: only Node's code is kept for the user (`ECONNREFUSED`, `UND_ERR_SOCKET`). */
export function asTransitoria(erro: unknown, signal?: AbortSignal): FalhaTransitoria {
  if (signal?.aborted || (typeof erro === 'object' && erro !== null && 'name' in erro && erro.name === 'AbortError')) return new FalhaTransitoria('tempo_esgotado', { cause: erro });
  return new FalhaTransitoria(codigoDe(erro) ?? 'erro_de_rede', { cause: erro });
}
