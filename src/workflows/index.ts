export { VERSAO_WORKFLOW } from './versao.js';
