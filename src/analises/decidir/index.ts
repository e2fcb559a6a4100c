export { decide } from './decide.js';
export type { EntradaDecisao, ResultadoDecisao, SubtractDiasUteis } from './entrada.js';
export { classeDe, sortDesfechos } from './desfechos.js';
export { isAnaliseValida } from './validade.js';
export { NOME as NOME_DESFECHO } from './decide-unidade.js';
