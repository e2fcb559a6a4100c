export { readItens, type ItensLidos } from './read-itens.js';
export type { TabelaItens } from './tabela.js';
