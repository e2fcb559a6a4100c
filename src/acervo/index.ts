export type * from './domain/licitacao.js';
export type * from './domain/registro.js';
export { cleanTexto, readInstante, readUrl, readValor } from './clean-pncp.js';
export { readLicitacaoPncp } from './read-licitacao-pncp.js';
