export type * from './domain/documento.js';
export type * from './domain/estrutura.js';
export * from './domain/fato.js';
export type * from './domain/item.js';
export type * from './domain/pagina.js';
export { TextoEdital, type Parte } from './domain/texto-edital.js';
export { readFatos, VERSAO_FATOS } from './fatos/index.js';
export { createIndiceBusca, searchTrechos, type IndiceBusca, type TrechoAchado } from './busca/index.js';
