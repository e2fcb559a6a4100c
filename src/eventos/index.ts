export { TERMINAIS, TIPOS_EVENTO, type Evento, type EventoNovo, type TipoEvento } from './tipos.js';
