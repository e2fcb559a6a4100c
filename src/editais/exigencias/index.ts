export { readExigencias } from './read-exigencias.js';
export { cutClausulas } from './cut-clausulas.js';
