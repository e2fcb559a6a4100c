import { showable } from '../../../../kernel/index.js';
import { findInstrucoes } from './find-instrucoes.js';

/** What stands in a prompt where a page talked to the model. Always the same, so that equal pages make equal prompts. */
export const NOTA_NEUTRA = '[texto omitido: dirigido a um leitor automático, não é regra do edital]';
const INVISIVEIS = /[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

/** Text for a prompt: without the stretches that talk to a model, and without characters that nobody sees. Escape it afterwards. */
export function neutralizar(texto: string): string {
  let feito = '';
  let desde = 0;
  for (const { inicio, fim } of findInstrucoes(texto)) {
    feito += `${texto.slice(desde, inicio)} ${NOTA_NEUTRA} `;
    desde = fim;
  }
  return showable((feito + texto.slice(desde)).replace(INVISIVEIS, ''));
}
