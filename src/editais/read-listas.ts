import { readAnexos } from './anexos/index.js';
import type { AnexoCitado } from './domain/anexo.js';
import type { Exigencia } from './domain/exigencia.js';
import type { PenalidadesLidas } from './domain/penalidade.js';
import type { TextoEdital } from './domain/texto-edital.js';
import { readExigencias } from './exigencias/index.js';
import { readPenalidades } from './penalidades/index.js';

/** What the edital asks, how it punishes and what it cites: lists, each row with its quote. */
export interface ListasDoEdital {
  readonly exigencias: readonly Exigencia[];
  readonly penalidades: PenalidadesLidas;
  readonly anexos: readonly AnexoCitado[];
}

/** The lists of a set's text. Pure; each is read once for a text. */
export const readListas = (texto: TextoEdital): ListasDoEdital => ({ exigencias: readExigencias(texto), penalidades: readPenalidades(texto), anexos: readAnexos(texto) });
