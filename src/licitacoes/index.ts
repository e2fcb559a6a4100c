export type * from './domain/licitacao.js';
export { readLicitacaoPncp } from './read-licitacao-pncp.js';
