import type { Bloco } from './paginate.js';
import { attr } from './xml.js';

/** A paragraph being read. */
export interface Paragrafo {
  texto: string;
  estilo: string | null;
  direta: { numId: string | null; nivel: number | null } | null;
  quebraAntes: boolean;
  /** Its own end was deleted: when nothing is left of it, it is not there. */
  apagado: boolean;
  readonly notas: string[];
}

/** Stands in a paragraph's text where the author broke the page. */
export const MARCA_PAGINA = '\f';

/** Whether a property that may say "off" is on. */
export const isOn = (a: string): boolean => !['0', 'false', 'off'].includes(attr(a, 'w:val') ?? '1');

/** Lines of a paragraph, its number before the first; a page break inside it starts a new page. */
export function cutParagrafo(texto: string, rotulo: string, quebraAntes: boolean): Bloco[] {
  const numerado = rotulo && texto.trim() ? `${rotulo} ${texto.replace(/^[ \t]+/, '')}` : texto;
  return numerado.split(MARCA_PAGINA).flatMap((parte, p) =>
    parte.split('\n').map((linha, i) => ({ celulas: linha.split(/\t+/), paragrafo: i === 0, quebraAntes: i === 0 && (p > 0 || quebraAntes) })),
  );
}
