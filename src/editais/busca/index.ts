export { cutPassagens, VERSAO_PASSAGENS, type Passagem } from './cut-passagens.js';
export { createIndiceBusca, type IndiceBusca } from './indice.js';
export type { TrechoAchado } from './passagem.js';
export { searchTrechos, type OpcoesBusca } from './search-trechos.js';
