import { Inicio1764000000001 } from './0001-inicio.js';

/** In order. A migration that was released is never edited: write the next one. */
export const MIGRATIONS = [Inicio1764000000001] as const;
