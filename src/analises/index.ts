export type * from './domain/analise.js';
