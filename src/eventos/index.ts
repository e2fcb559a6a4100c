export { TERMINAIS, TIPOS_EVENTO, type Evento, type EventoAnalise, type EventoAnaliseNovo, type EventoLicitacao, type EventoLicitacaoNovo, type TipoEvento } from './tipos.js';
