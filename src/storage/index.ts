export { startEmbutido, type BancoEmbutido, type OpcoesEmbutido } from './embutido/start-embutido.js';
