export { sendTeste } from './testar.js';
