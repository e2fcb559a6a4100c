import type { Fila } from '../jobs/index.js';

/** One job for each attempt: when it comes is our schedule, not the queue's retry. */
export const FILA_EMAIL: Fila = { nome: 'aviso-email', retryLimit: 2, expireInSeconds: 900, batida: false };
/** What arrived, what is due, what was left behind: every minute. */
export const FILA_RODADA: Fila = { nome: 'avisos-rodada', retryLimit: 0, expireInSeconds: 600 };
export const CRON_RODADA = '* * * * *';
/** Deadlines, certidões and changes: every 15 minutes. */
export const FILA_PRAZOS: Fila = { nome: 'avisos-prazos', retryLimit: 0, expireInSeconds: 1800 };
export const CRON_PRAZOS = '*/15 * * * *';
