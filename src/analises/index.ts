export type * from './domain/analise.js';
export { analyse, type EntradaAnalise, type ResultadoAnalise } from './analisar/index.js';
export { scopeSancao, type AlcanceSancao, type Ente } from './habilitacao/index.js';
export { type MeEppItem } from './me-epp/me-epp-item.js';
export { REGRAS_VERSAO } from './verificacoes/index.js';
export { decide, isAnaliseValida, NOME_DESFECHO, type EntradaDecisao, type ResultadoDecisao, type SubtractDiasUteis } from './decidir/index.js';
export { compareComPncp } from './divergencias.js';
export { julgar, requireEdital, VERSAO_ANALISE, type EntradaJulgamento } from './julgar.js';
export { readLeitura, type LeituraDoEdital as Leitura } from '../editais/index.js';
