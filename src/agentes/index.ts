export * from './domain/conferir/index.js';
