import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { tracoAtual } from '../../observacao/index.js';

/** Who gave up, for the requests made while working for them: the client takes no signal. */
const corrente = new AsyncLocalStorage<AbortSignal | undefined>();

/** Runs `fazer`; its requests end when the signal is aborted. */
export const withSinal = <T>(sinal: AbortSignal | undefined, fazer: () => Promise<T>): Promise<T> => corrente.run(sinal, fazer);

export interface OpcoesDePedido {
  /** Of one request, to its last byte. */
  readonly tempoMs: number;
  /** Requests for one that is told to come back later (429), the first included. */
  readonly tentativas: number;
  /** The longest that is waited between them, whatever is asked for. */
  readonly maxEsperaMs: number;
}

/** A `fetch` with a limit of time that never follows a redirect: the key goes nowhere else. */
export function createFetch({ tempoMs, tentativas, maxEsperaMs }: OpcoesDePedido): typeof fetch {
  return async (entrada, init) => {
    const desiste = corrente.getStore();
    for (let vez = 1; ; vez++) {
      const prazo = AbortSignal.timeout(tempoMs);
      const resposta = await fetch(entrada, { ...init, headers: withTraceparent(init?.headers), redirect: 'error', signal: desiste ? AbortSignal.any([desiste, prazo]) : prazo });
      if (resposta.status !== 429 || vez >= tentativas) return resposta;
      await resposta.body?.cancel().catch(() => undefined);
      await sleep(Math.min(maxEsperaMs, waitOf(resposta, vez)), undefined, desiste ? { signal: desiste } : {});
    }
  };
}

function withTraceparent(cabecalhos: RequestInit['headers']): Headers {
  const todos = new Headers(cabecalhos);
  const traco = tracoAtual();
  if (traco) todos.set('traceparent', traco.traceparent);
  return todos;
}

/** What was asked for, else doubling from a quarter of a second. */
function waitOf(resposta: Response, vez: number): number {
  const segundos = Number(resposta.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(segundos) && segundos >= 0 ? segundos * 1000 : 250 * 2 ** (vez - 1);
}
