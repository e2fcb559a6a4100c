import { squeeze, TRECHO_MAXIMO, TRECHO_MINIMO, type Evidencia } from '../../kernel/index.js';

/** A passage of a page as a quote: white space collapsed, cut between words when too long; null when too short to prove anything. */
export function citar(documento: string, pagina: number, texto: string): Evidencia | null {
  let trecho = squeeze(texto);
  if (trecho.length > TRECHO_MAXIMO) trecho = trecho.slice(0, trecho.lastIndexOf(' ', TRECHO_MAXIMO));
  return trecho.length >= TRECHO_MINIMO && trecho.length <= TRECHO_MAXIMO ? { documento, pagina, trecho } : null;
}

/** A passage as it is shown in a list: the first 400 characters, whole words. */
export const cutTexto = (texto: string): string => (texto.length > TRECHO_MAXIMO ? `${texto.slice(0, texto.lastIndexOf(' ', TRECHO_MAXIMO - 1))}…` : texto);
