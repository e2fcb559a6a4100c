export type * from './domain/analise.js';
export { compareComPncp } from './divergencias.js';
