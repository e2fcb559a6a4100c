export { createUmaVez } from './embutido/criar-uma-vez.js';
export { startEmbutido } from './embutido/start-embutido.js';
export { FILE_STORE, type FileStore } from './arquivos/index.js';
export { isBancoFora } from './banco-fora.js';
export { BANCO, openBanco, type Banco } from './banco.js';
export { isId, newId, type PrefixoId } from './ids.js';
