export { createCopia, type CopiaFeita, type OnProgresso } from './create-copia.js';
export type { Manifesto } from './domain/manifesto.js';
export { checkCopia } from './read-copia.js';
export { restoreCopia, type Restaurada } from './restore-copia.js';
export { FORA_DA_COPIA } from './tabelas.js';
