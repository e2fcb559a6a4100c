export type * from './domain/pncp.js';
export { DESFECHOS_PNCP, ENDPOINTS } from './domain/pncp.js';
export { parseNumeroControle, type NumeroControle } from './domain/parse-numero-controle.js';
export { diaDeBrasilia } from './domain/dia.js';
export type { ObservadorPncp } from './medidas.js';
export { PNCP } from './token.js';
