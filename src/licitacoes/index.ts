export { readLicitacaoPncp, type ItemPncp, type Licitacao } from '../acervo/index.js';
