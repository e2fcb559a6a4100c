export { readContexto, readPonto, withContexto, withContextoVivo, type Contexto } from './contexto.js';
export { BEM, ESTADOS_ITEM, type EstadoItem, type Indicador, type Verificacao } from './indicador.js';
export { classOf, type Observada, type Sonda } from './sonda.js';
export type { Fase } from './saude.service.js';
export type { Amostra, Desfecho } from './metricas.service.js';
export { currentMotor, installMotor, type Atributos, type Motor, type Papel, type TracoAberto } from './tracos/motor.js';
export { describeSql } from './tracos/sql.js';
export { formatTraceparent, parseTraceparent, type Ponto } from './tracos/traceparent.js';
export { openTraco, tracoAtual, withTraco, withTracoRaiz, type Traco } from './tracos/tracos.js';
