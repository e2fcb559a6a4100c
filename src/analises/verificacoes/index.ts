export { REGRAS, verificar } from './registro.js';
export { REGRAS_VERSAO, type Regra } from './regra.js';
export { findRequisitosIndefinidos } from './quadro-ausente.js';
export { valoresEm } from './valores-atualizados.js';
