/** What stands between a model's sentence and a user: quotes, numbers, facts, decision, support, form. Pure. */
export { conferir } from './conferir.js';
export { conferirAjuste, type AjusteProposto, type ConferenciaAjuste, type ContextoDoAjuste, type MotivoDescarteAjuste } from './conferir-ajuste.js';
export { findInstrucoes, type ZonaInstrucao } from './instrucoes/find-instrucoes.js';
export { neutralizar, NOTA_NEUTRA } from './instrucoes/neutralizar.js';
export { createBaseDeConferencia, type DocumentoDaBase } from './paginas.js';
export { isRepetida } from './repetidas.js';
export type { AfirmacaoProposta, BaseDeConferencia, CitacaoProposta, Conferencia, Conhecido, DecisaoConhecida, MotivoDescarte, OrigemConhecida, Recusa } from './tipos.js';
