import type { Fila } from '../../jobs/index.js';

/** Once a minute, in one process of all: what changed in the collection, for the organisations that have it. */
export const FILA_MUDANCAS: Fila = { nome: 'licitacoes.mudancas', retryLimit: 0, expireInSeconds: 600 };
/** Every five minutes, in one process of all: followed tenders whose time has come are asked for again. */
export const FILA_CONFERIR: Fila = { nome: 'licitacoes.conferir', retryLimit: 0, expireInSeconds: 900 };
/** Once a minute and when asked for: files of followed tenders. */
export const FILA_ARQUIVOS: Fila = { nome: 'licitacoes.arquivos', retryLimit: 0, expireInSeconds: 900 };
