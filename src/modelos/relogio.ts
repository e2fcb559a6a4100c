import { setTimeout as dormir } from 'node:timers/promises';

/** Time, waiting and chance, so that tests need no clock. */
export interface Relogio {
  /** Milliseconds since 1970. */
  agora(): number;
  /** Rejects when the signal aborts. */
  dormir(ms: number, sinal: AbortSignal): Promise<void>;
  /** 0 ≤ x < 1 */
  sorte(): number;
}

export const RELOGIO_REAL: Relogio = { agora: () => Date.now(), dormir: async (ms, signal) => void (await dormir(ms, undefined, { signal })), sorte: () => Math.random() };
