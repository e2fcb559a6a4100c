export { readExigencias } from './read-exigencias.js';
