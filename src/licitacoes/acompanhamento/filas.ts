import type { Fila } from '../../jobs/index.js';

/** Once a minute, in one process of all: what changed in the collection, for the organisations that have it. */
export const FILA_MUDANCAS: Fila = { nome: 'licitacoes.mudancas', retryLimit: 0, expireInSeconds: 600 };
/** Once a minute and when asked for: files of followed tenders. */
export const FILA_ARQUIVOS: Fila = { nome: 'licitacoes.arquivos', retryLimit: 0, expireInSeconds: 900 };
