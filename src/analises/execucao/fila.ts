import type { Fila } from '../../jobs/index.js';

/** One job for each analysis that is not finished. It is retaken whenever its process dies; attempts are counted in the analysis. Ten minutes without its turn are a fault to be told. */
export const FILA_ANALISES: Fila = { nome: 'analises', retryLimit: 1000, maxAtrasoMs: 600_000 };

/** Once a minute, in one process of all. */
export const FILA_FAXINA: Fila = { nome: 'analises.faxina', retryLimit: 0, expireInSeconds: 50, batida: false };
