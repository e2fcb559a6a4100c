export { MODALIDADES_SINC, UFS } from './domain/janela.js';
