export { ExigeEscopo, Publica, Quem, type PedidoComAcesso } from './decorators.js';
export { ESCOPOS, type Acesso, type Escopo } from './escopos.js';
