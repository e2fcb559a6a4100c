export { readContexto, withContexto, withContextoVivo, type Contexto } from './contexto.js';
export { latest, USO_VALE_MS } from './decidir.js';
export { BEM, ESTADOS_ITEM, type EstadoItem, type Indicador, type Uso, type Verificacao } from './indicador.js';
export { probeHttp } from './sonda-http.js';
export { classOf, type Observada, type Sonda } from './sonda.js';
export type { Fase } from './saude.service.js';
export type { Amostra, Desfecho } from './metricas.service.js';
