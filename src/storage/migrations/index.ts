import { Inicio1764000000001 } from './0001-inicio.js';
import { DocumentoLeitura1764000000002 } from './0002-documento-leitura.js';

/** In order. A migration that was released is never edited: write the next one. */
export const MIGRATIONS = [Inicio1764000000001, DocumentoLeitura1764000000002] as const;
