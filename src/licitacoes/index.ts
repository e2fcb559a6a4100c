export type * from './domain/licitacao.js';
