export { TIPOS_AVISO, type TipoAviso } from './domain/aviso.js';
export type { Preferencias } from './domain/preferencias.js';
