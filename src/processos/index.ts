export { readSilencio } from './batida.js';
export { isVivo, PULSOS_DE_SILENCIO, trabalha, type Processo } from './domain/processo.js';
export { readLinhas, vivos, type Perguntavel } from './linhas.js';
