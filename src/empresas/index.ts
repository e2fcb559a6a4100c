export type * from './domain/empresa.js';
