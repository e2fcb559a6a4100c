export { createCarteiro, type Carteiro, type Entregue, type OpcoesCarteiro } from './carteiro.js';
export { formatoDe, type Formato } from './domain/formatos.js';
export { createTeste } from './domain/mensagem.js';
