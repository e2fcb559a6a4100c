import type { Fila } from '../jobs/index.js';

const ENTREGA = { retryLimit: 2, expireInSeconds: 180, batida: false } as const;
/** One job for each attempt: when it comes is our schedule, not the queue's retry. */
export const FILA_ENTREGAS: Fila = { nome: 'webhook-entrega', ...ENTREGA };
/** For destinations that answer slowly: the others do not wait for them. */
export const FILA_LENTA: Fila = { nome: 'webhook-entrega-lenta', ...ENTREGA };
export const FILA_VARREDURA: Fila = { nome: 'webhook-varredura', retryLimit: 0, expireInSeconds: 300, batida: false };
/** Every two minutes. */
export const CRON_VARREDURA = '*/2 * * * *';

export const filaDe = (lento: boolean): Fila => (lento ? FILA_LENTA : FILA_ENTREGAS);
