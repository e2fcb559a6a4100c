import type { Agent, Dispatcher } from 'undici';
import { AlicitError } from '../kernel/index.js';
import { withTraco } from '../observacao/index.js';
import { createConnectPublico, type Resolver } from './connect-publico.js';
import { readCorpo } from './read-corpo.js';
import { requireUrlPublica, type PoliticaSaida } from './require-url-publica.js';
import { toErroSaida } from './to-erro-saida.js';
import { undici } from './undici.js';

export interface OpcoesSaida extends PoliticaSaida {
  /** Connections to one host at once; default 4. */
  readonly conexoesPorHost?: number;
  /** Until connected (name, TCP and TLS), in ms; default 10 s. */
  readonly conexaoMs?: number;
  /** For tests: how names are resolved. */
  readonly resolver?: Resolver;
}

export interface PedidoSaida {
  readonly url: string;
  readonly metodo: 'GET' | 'POST';
  readonly cabecalhos?: Readonly<Record<string, string>>;
  readonly corpo?: string | Uint8Array;
  /** From now to the last byte, in ms. */
  readonly tempoMs: number;
  /** Largest answer read, in bytes. */
  readonly maxBytes: number;
  /** What does not fit in `maxBytes` or in the time, once the status is known: an error (default), or the beginning of it. */
  readonly aoExceder?: 'falhar' | 'cortar';
  /** Gives up: the process is stopping. */
  readonly sinal?: AbortSignal;
}

export interface RespostaSaida {
  readonly status: number;
  /** Names in lower case. */
  readonly cabecalhos: Readonly<Record<string, string | string[] | undefined>>;
  readonly corpo: Uint8Array;
  /** False: cut (`aoExceder: 'cortar'`). */
  readonly inteiro: boolean;
}

/** The one way out of the process to addresses that others choose. */
export interface Saida {
  /**
   * One request, no redirect followed, no retry, nothing decompressed; any status is an answer.
   * @throws AlicitError `endereco_nao_permitido` (invalido); `saida_tempo_esgotado`, `saida_rede`, `saida_tls`, `saida_cancelada`, `resposta_grande` (indisponivel)
   */
  pedir(pedido: PedidoSaida): Promise<RespostaSaida>;
  /** Cuts what is in flight and frees the sockets. */
  fechar(): Promise<void>;
}

/** Node's HTTP parser limits headers to 16 KB by itself. */
export function createSaida({ permitePrivado, conexoesPorHost = 4, conexaoMs = 10_000, resolver }: OpcoesSaida): Saida {
  let agente: Agent | undefined;
  let fechada = false;
  const getAgente = (): Agent => (agente ??= new (undici().Agent)({ connect: createConnectPublico({ permitePrivado }, conexaoMs, resolver), connections: conexoesPorHost, allowH2: false }));
  return {
    pedir: (pedido) => withTraco(`saida ${pedido.metodo}`, { 'http.request.method': pedido.metodo }, async (traco) => {
      const resposta = await pedir(pedido);
      traco.set({ 'http.response.status_code': resposta.status });
      return resposta;
    }, 'cliente'),
    async fechar() {
      fechada = true;
      await agente?.destroy();
    },
  };

  async function pedir(pedido: PedidoSaida): Promise<RespostaSaida> {
    if (fechada) throw toErroSaida(null, { esgotado: false, cancelado: true });
    const url = requireUrlPublica(pedido.url, { permitePrivado });
    const relogio = AbortSignal.timeout(pedido.tempoMs);
    const sinal = pedido.sinal ? AbortSignal.any([relogio, pedido.sinal]) : relogio;
    try {
      return await readResposta(await undici().request(url, toOpcoes(getAgente(), pedido, sinal)), pedido);
    } catch (erro) {
      if (erro instanceof AlicitError) throw erro;
      throw toErroSaida(erro, { esgotado: relogio.aborted, cancelado: pedido.sinal?.aborted ?? false });
    }
  }
}

/** A POST gets a connection of its own: on a reused one that the other side has just closed, nobody knows if it arrived. */
const toOpcoes = (dispatcher: Dispatcher, { metodo, cabecalhos, corpo }: PedidoSaida, signal: AbortSignal) => ({
  dispatcher, signal, method: metodo, reset: metodo === 'POST',
  headers: { 'accept-encoding': 'identity', 'user-agent': 'ALICIT', ...cabecalhos },
  ...(corpo === undefined ? {} : { body: corpo }),
});

async function readResposta({ statusCode, headers, body }: Dispatcher.ResponseData, { maxBytes, aoExceder = 'falhar' }: PedidoSaida): Promise<RespostaSaida> {
  return { status: statusCode, cabecalhos: headers, ...(await readCorpo(body, maxBytes, aoExceder)) };
}
