import { setTimeout as esperar } from 'node:timers/promises';

/** Time and chance, replaced in tests. */
export interface Relogio {
  agora(): Date;
  /** Resolves after so many ms, or as soon as the signal aborts. */
  dormir(ms: number, sinal: AbortSignal): Promise<void>;
  /** 0 to 1. */
  sorteio(): number;
}

/** Injection token of the `Relogio`. */
export const RELOGIO = Symbol('relogio da sincronização');

export const RELOGIO_REAL: Relogio = {
  agora: () => new Date(),
  dormir: (ms, sinal) => esperar(ms, undefined, { signal: sinal }).catch(() => undefined),
  sorteio: () => Math.random(),
};
