export type * from './domain/licitacao.js';
export type * from './domain/registro.js';
export { cleanTexto, readInstante, readUrl, readValor } from './clean-pncp.js';
export { readLicitacaoPncp } from './read-licitacao-pncp.js';
export { distanciaKm, findMunicipio, resolveMunicipio, ufDoCodigo, type Municipio } from './municipios.js';
export { chavesDeSemelhanca, isMesmaLicitacao, type Semelhante } from './domain/duplicidade.js';
