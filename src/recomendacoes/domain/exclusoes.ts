import { isVazia, tokenize } from '../../portugues/index.js';
import { radical } from './radical.js';
import { hashTermo } from './termo.js';
import type { TextoCompilado } from './compile-texto.js';

/** An excluded word or phrase, as the terms that must all stand in a text. */
export interface ExclusaoCompilada {
  readonly palavra: string;
  readonly termos: Uint32Array;
}

export function compileExclusoes(palavras: readonly string[]): ExclusaoCompilada[] {
  return palavras.slice(0, 200).flatMap((palavra) => {
    const termos = tokenize(palavra).filter((p) => !isVazia(p.texto)).map((p) => hashTermo(radical(p.texto)));
    return termos.length ? [{ palavra, termos: Uint32Array.from(termos) }] : [];
  });
}

/** What is left of the score when the excluded word says what is bought, and when it is only named. */
export const RESTA_NUCLEO = 0.04;
export const RESTA_PASSAGEM = 0.6;
const NUCLEO = 250;

export interface ExclusaoAchada { readonly indice: number; readonly alcance: 'nucleo' | 'passagem' }

/** Excluded words of a company in a text. `primeiro`: place (among the words) of the first word of what the company sells, -1 = none. */
export function findExclusoes(exclusoes: readonly ExclusaoCompilada[], t: TextoCompilado, primeiro: number): ExclusaoAchada[] {
  const achadas: ExclusaoAchada[] = [];
  exclusoes.forEach((x, indice) => {
    const lugares = Array.from(x.termos, (termo) => t.palavras.indexOf(termo));
    if (lugares.some((l) => l < 0)) return;
    const de = Math.min(...lugares);
    const ate = Math.max(...lugares);
    const perto = ate - de <= x.termos.length + 1 || x.termos.length >= 3;
    if (!perto) return;
    const noNucleo = lugares.every((l) => t.pesosPalavras[l]! >= NUCLEO);
    const qualifica = primeiro >= 0 && de - primeiro === 1;
    achadas.push({ indice, alcance: x.termos.length >= 3 || (noNucleo && (primeiro < 0 || de <= primeiro || qualifica)) ? 'nucleo' : 'passagem' });
  });
  return achadas;
}
