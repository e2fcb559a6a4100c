export type * from './domain/vector-store.js';
