import { AsyncLocalStorage } from 'node:async_hooks';
import type { Ponto } from './tracos/traceparent.js';

/** What every log line of a piece of work carries. Ids only: never values. */
export interface Contexto {
  readonly reqId?: string | undefined;
  readonly organizacaoId?: string | undefined;
  readonly chaveId?: string | undefined;
  readonly analiseId?: string | undefined;
}

/** With its place in a trace, where there is one. */
export type ContextoComTraco = Contexto & Partial<Pick<Ponto, 'traceId' | 'spanId'>>;

interface Corrente {
  readonly ids: () => Contexto;
  readonly ponto: Ponto | null;
}

const corrente = new AsyncLocalStorage<Corrente>();
const SEM_IDS = (): Contexto => ({});

/** Runs `fazer` (also when it is asynchronous) with these ids on its log lines, besides those already there. */
export function withContexto<T>(ids: Contexto, fazer: () => T): T {
  const fora = corrente.getStore();
  return corrente.run({ ids: () => ({ ...fora?.ids(), ...ids }), ponto: fora?.ponto ?? null }, fazer);
}

/** The same for ids that become known along the way: `ids` is asked at each line. @param ponto where in a trace; absent: where it was */
export const withContextoVivo = <T>(ids: () => Contexto, fazer: () => T, ponto: Ponto | null = readPonto()): T => corrente.run({ ids, ponto }, fazer);

/** Runs `fazer` at another place of a trace, the ids as they were. */
export const withPonto = <T>(ponto: Ponto | null, fazer: () => T): T => corrente.run({ ids: corrente.getStore()?.ids ?? SEM_IDS, ponto }, fazer);

/** Where in a trace the work under way is; null outside of any. */
export const readPonto = (): Ponto | null => corrente.getStore()?.ponto ?? null;

/** The ids of the work under way; empty outside of any. */
export function readContexto(): ContextoComTraco {
  const agora = corrente.getStore();
  if (!agora) return {};
  const { ids, ponto } = agora;
  return ponto ? { ...ids(), traceId: ponto.traceId, spanId: ponto.spanId } : ids();
}
