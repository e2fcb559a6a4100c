import type { Fila } from './tipos.js';

/** A process that stops beating for this long loses what it was doing, seconds; pg-boss takes no less than 10. */
export const BATIDA_S = 10;
/** How often a process that works says so, and how often one looks for those that stopped, seconds. */
export const PULSO_S = 3;
export const VIGIA_S = 2;

/** The queue as pg-boss keeps it. A killed process's job is taken again at once: waits between failures are the handler's business. */
export const toQueue = ({ retryLimit, expireInSeconds = 3600, batida = true }: Fila, escuta: boolean): object => ({
  policy: 'standard', notify: escuta, retryLimit, retryDelay: 0, retryBackoff: false, expireInSeconds,
  deleteAfterSeconds: 3600, retentionSeconds: 30 * 24 * 3600, ...(batida ? { heartbeatSeconds: BATIDA_S } : {}),
});
