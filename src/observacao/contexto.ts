import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of a piece of work carries. Ids only: never values. */
export interface Contexto {
  readonly reqId?: string | undefined;
  readonly organizacaoId?: string | undefined;
  readonly chaveId?: string | undefined;
  readonly analiseId?: string | undefined;
}

const corrente = new AsyncLocalStorage<() => Contexto>();

/** Runs `fazer` (also when it is asynchronous) with these ids on its log lines, besides those already there. */
export function withContexto<T>(ids: Contexto, fazer: () => T): T {
  const fora = corrente.getStore();
  return corrente.run(() => ({ ...fora?.(), ...ids }), fazer);
}

/** The same for ids that become known along the way: `ids` is asked at each line. */
export const withContextoVivo = <T>(ids: () => Contexto, fazer: () => T): T => corrente.run(ids, fazer);

/** The ids of the work under way; empty outside of any. */
export const readContexto = (): Contexto => corrente.getStore()?.() ?? {};
