export { parseConsulta, type Conceito, type Consulta } from './consulta.js';
export { cutPassagens, VERSAO_PASSAGENS, type Passagem } from './cut-passagens.js';
export { createIndiceBusca, type IndiceBusca } from './indice.js';
export type { TrechoAchado } from './passagem.js';
export { pickTrechos, type Nota } from './pick-trechos.js';
export { findCandidatas, scoreOf, type Candidata } from './rank.js';
export { searchTrechos, type OpcoesBusca } from './search-trechos.js';
