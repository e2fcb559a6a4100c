import type { Campo } from '../../src/editais/domain/fato.js';
import type { Lugar, OpcoesEdital } from './edital-com.js';

/** A phrasing in its place of a whole notice and what must be read of it; `null`: nothing. */
export type Frase<C extends Campo = Campo> = readonly [campo: C, lugar: Lugar, texto: string, esperado: unknown, opcoes?: OpcoesEdital];
