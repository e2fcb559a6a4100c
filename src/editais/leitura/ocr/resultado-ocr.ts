import type { Pagina } from '../../domain/pagina.js';

/**
 * What became of a page sent to OCR: `lida`; `em_branco` (no ink on it); `sem_texto` (a picture); `ilegivel` (letters
 * the engine itself does not believe); `tempo_esgotado`; `falhou` (the page brought the engine down).
 */
export type EstadoOcr = 'lida' | 'em_branco' | 'sem_texto' | 'ilegivel' | 'tempo_esgotado' | 'falhou';

export interface ResultadoOcr {
  readonly estado: EstadoOcr;
  /** Set when `lida`. */
  readonly pagina: Pagina | null;
  /** Only of `tempo_esgotado`: the time it was given, ms. */
  readonly tempoMs?: number;
}

/** Part of the key of every page kept: raise it with any change of what OCR gives (engine, data, resolution, normalisation). */
export const VERSAO_OCR = '1';
