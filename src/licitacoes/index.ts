export { readLicitacaoPncp, type ItemPncp, type Licitacao } from '../acervo/index.js';
export { campoDe, CAMPOS_JULGADOS, diffJulgados, type CampoJulgado } from './domain/campos-julgados.js';
export { toMudancaId, type MudancaVista } from './domain/mudanca-vista.js';
