export * from './domain/conferir/index.js';
export type { Preparo } from './estagios/tipos.js';
export type { Aconselhado, GuardaPreparo, PedidoDeParecer } from './tipos.js';
export { elemento, escapeTexto, grupo, unescapeXml } from './domain/xml.js';
export { VERSAO_AGENTES } from './definicoes.js';
