export { ExigeEscopo, Publica, Quem, type PedidoComAcesso } from './decorators.js';
export { ComSegredo } from './idempotencia/com-segredo.js';
export { ESCOPOS, type Acesso, type Escopo } from './escopos.js';
