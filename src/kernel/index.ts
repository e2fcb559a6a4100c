export * from './calendario/index.js';
export * from './canonico.js';
export * from './cnpj.js';
export * from './dinheiro.js';
export * from './errors.js';
export * from './evidencia.js';
export { createOcultador } from './segredos.js';
export * from './texto.js';
