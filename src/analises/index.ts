export type * from './domain/analise.js';
export { decide, isAnaliseValida, NOME_DESFECHO, type EntradaDecisao, type ResultadoDecisao, type SubtractDiasUteis } from './decidir/index.js';
