export { classifyIp, type AlcanceIp } from './endereco-publico.js';
export { requireUrlPublica, type MotivoUrl, type PoliticaSaida } from './require-url-publica.js';
export { createSaida, type OpcoesSaida, type PedidoSaida, type RespostaSaida, type Saida } from './saida.js';
export { type Resolver } from './connect-publico.js';
export { createConnectPublico } from './connect-publico.js';
export { readCorpo } from './read-corpo.js';
export { openPrazo, withFim, type Prazo } from './prazo.js';
export { undici } from './undici.js';
