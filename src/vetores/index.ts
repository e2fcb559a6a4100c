export { LOJAS } from './domain/vector-store.js';
export type * from './domain/vector-store.js';
