import { AwsV4Signer } from 'aws4fetch';
import { ExponentialBackoff, handleType, retry, type RetryPolicy } from 'cockatiel';
import type { ConfigS3 } from '../../config/index.js';
import { codigoDe } from './erros.js';
import { FalhaTransitoria, fromResposta } from './s3-erros.js';

/** One request about one object. */
export interface PedidoS3 {
  readonly metodo: 'HEAD' | 'GET' | 'PUT' | 'DELETE';
  /** The object's name, without the configured prefix. */
  readonly objeto: string;
  /** Read from the beginning at every try. */
  readonly corpo?: Blob;
  /** Of the body; the store refuses a body that does not match. */
  readonly sha256?: string;
  /** Statuses handed to the caller; any other is an error. */
  readonly aceita: readonly number[];
  /** Ends all tries. */
  readonly signal?: AbortSignal;
}

/** How long things may take. For tests; the defaults are for use. */
export interface RitmoS3 {
  /** Silence after which a try is given up, in milliseconds. */
  readonly tempoMs: number;
  /** First wait between tries; doubles with jitter. */
  readonly esperaMs: number;
}

const RITMO: RitmoS3 = { tempoMs: 15_000, esperaMs: 200 };
const TENTATIVAS = 3;
/** An upload slower than this is given up (fetch does not tell its progress). */
const BYTES_POR_S = 256 * 1024;
const SHA256_DE_NADA = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Address of an object, as the store's style wants it. */
export function objectUrl(c: Pick<ConfigS3, 'endpoint' | 'bucket' | 'prefixo' | 'estilo'>, objeto: string): string {
  if (c.estilo === 'path') return `${c.endpoint}/${c.bucket}/${c.prefixo}${objeto}`;
  return `${c.endpoint.replace('://', `://${c.bucket}.`)}/${c.prefixo}${objeto}`;
}

/** Signed requests to an S3-compatible store: at most 3 tries each, every try bounded in time. */
export class S3Client {
  private readonly retentar: RetryPolicy;
  private readonly ritmo: RitmoS3;

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
  async send<T>(pedido: PedidoS3, use: (res: Response, vivo: () => void) => Promise<T>): Promise<T> {
    try {
      return await this.retentar.execute(() => this.attempt(pedido, use), pedido.signal);
    } catch (erro) {
      throw erro instanceof FalhaTransitoria ? erro.toAlicit() : erro;
    }
  }

  private async attempt<T>(pedido: PedidoS3, use: (res: Response, vivo: () => void) => Promise<T>): Promise<T> {
    const tempo = new AbortController();
    const tempoMs = this.ritmo.tempoMs + ((pedido.corpo?.size ?? 0) / BYTES_POR_S) * 1000;
    const relogio = setTimeout(() => tempo.abort(), tempoMs);
    const signal = pedido.signal ? AbortSignal.any([tempo.signal, pedido.signal]) : tempo.signal;
    try {
      const { url, headers } = await this.sign(pedido);
      const res = await fetch(url, { method: pedido.metodo, headers, body: pedido.corpo ?? null, redirect: 'manual', signal }).catch((erro: unknown) => {
        throw asTransitoria(erro, signal);
      });
      if (!pedido.aceita.includes(res.status)) throw await fromResposta(res);
      const resultado = await use(res, () => relogio.refresh());
      // Frees the connection when the answer was not read; when it was, there is nothing to cancel.
      if (!res.bodyUsed) await res.body?.cancel().catch(() => undefined);
      return resultado;
    } finally {
      clearTimeout(relogio);
    }
  }

  private sign(pedido: PedidoS3): Promise<{ url: URL; headers: Headers }> {
    const { chave, segredo, regiao } = this.config;
    return new AwsV4Signer({
      method: pedido.metodo,
      url: objectUrl(this.config, pedido.objeto),
      headers: { 'x-amz-content-sha256': pedido.sha256 ?? SHA256_DE_NADA },
      accessKeyId: chave,
      secretAccessKey: segredo.reveal(),
      service: 's3',
      region: regiao,
    }).sign();
  }
}

/** A failed exchange: only Node's code is kept for the user (`ECONNREFUSED`, `UND_ERR_SOCKET`). */
export function asTransitoria(erro: unknown, signal?: AbortSignal): FalhaTransitoria {
  if (signal?.aborted || (typeof erro === 'object' && erro !== null && 'name' in erro && erro.name === 'AbortError')) return new FalhaTransitoria('tempo_esgotado', { cause: erro });
  return new FalhaTransitoria(codigoDe(erro) ?? 'erro_de_rede', { cause: erro });
}
