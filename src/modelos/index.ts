export * from './domain/tipos.js';
