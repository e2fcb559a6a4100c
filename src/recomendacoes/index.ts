export type { EmpresaParaCasar, Exclusao, Razao, ResultadoTopico, TextoParaCasar } from './domain/tipos.js';
export { LIMIAR_TOPICO } from './domain/tipos.js';
export { compilePerfil, type PerfilCompilado } from './domain/compile-perfil.js';
export { compileTexto, type TextoCompilado } from './domain/compile-texto.js';
export { countEstatistica, exportEstatistica, importEstatistica, SEM_ESTATISTICA, type Estatistica } from './domain/estatistica.js';
export { explainTopico } from './domain/explain.js';
export { scorePontos } from './domain/score.js';
export { compareColocados, rankTextos, type Colocado } from './domain/rank.js';
