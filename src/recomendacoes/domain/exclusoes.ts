import { isVazia, tokenize } from '../../portugues/index.js';
import { readMencoes } from './read-mencoes.js';
import { DESCONHECIDO, RAMOS } from './read-ramos.js';
import { radical } from './radical.js';
import { hashTermo } from './termo.js';
import type { Faixas, Textos } from './textos.js';

/** An excluded word or phrase, as the terms that must all stand in a text. */
export interface ExclusaoCompilada {
  readonly palavra: string;
  readonly termos: Uint32Array;
  /** Classes the whole phrase names, with those below them: a synonym of the word is excluded too. */
  readonly ramos: ReadonlySet<number>;
}

/** `vende`: classes the company itself sells, which a narrower phrase ("seguro garantia") does not put out. */
export function compileExclusoes(palavras: readonly string[], vende: ReadonlySet<number> = new Set()): ExclusaoCompilada[] {
  return palavras.slice(0, 200).flatMap((palavra) => {
    const termos = tokenize(palavra).filter((p) => !isVazia(p.texto)).map((p) => hashTermo(radical(p.texto)));
    return termos.length ? [{ palavra, termos: Uint32Array.from(termos), ramos: withoutVendidos(ramosDe(palavra), vende) }] : [];
  });
}

/** A class of their own trade named whole by the excluded phrase: only its words are out. */
const withoutVendidos = (ramos: ReadonlySet<number>, vende: ReadonlySet<number>): ReadonlySet<number> => ([...ramos].some((r) => vende.has(r)) ? new Set() : ramos);

function ramosDe(palavra: string): ReadonlySet<number> {
  const ramos = new Set<number>();
  const { texto, mencoes } = readMencoes(palavra);
  const [so] = mencoes;
  if (mencoes.length !== 1 || !so || so.ramo === DESCONHECIDO || so.inicio > 0 || so.fim < texto.trimEnd().length) return ramos;
  const add = (r: number): void => {
    ramos.add(r);
    for (const f of RAMOS[r]!.filhos) add(f);
  };
  add(so.ramo);
  return ramos;
}

/** What is left of the score when the excluded word says what is bought, and when it is only named. */
export const RESTA_NUCLEO = 0.04;
export const RESTA_PASSAGEM = 0.6;
const NUCLEO = 250;

export interface ExclusaoAchada { readonly indice: number; readonly alcance: 'nucleo' | 'passagem' }

/** Excluded words of a company in a text. `primeiro`: place (among the words) of the first word of what the company sells, -1 = none. */
export function findExclusoes(exclusoes: readonly ExclusaoCompilada[], t: Textos, f: Faixas, primeiro: number): ExclusaoAchada[] {
  const achadas: ExclusaoAchada[] = [];
  exclusoes.forEach((x, indice) => {
    const lugares = Array.from(x.termos, (termo) => placeOf(termo, t, f));
    if (lugares.some((l) => l < 0)) {
      if (x.ramos.size && isRamoPrincipal(x.ramos, t, f)) achadas.push({ indice, alcance: 'nucleo' });
      return;
    }
    const de = Math.min(...lugares);
    const ate = Math.max(...lugares);
    const perto = ate - de <= x.termos.length + 1 || x.termos.length >= 3;
    if (!perto) return;
    const noNucleo = lugares.every((l) => t.pesosPalavras[f.palavrasDe + l]! >= NUCLEO);
    // "Medicamento veterinário" is out; "fiscalização da execução de obra" is not an "execução de obra".
    const qualifica = x.termos.length === 1 && primeiro >= 0 && de - primeiro === 1;
    achadas.push({ indice, alcance: x.termos.length >= 3 || (noNucleo && (primeiro < 0 || de <= primeiro || qualifica)) ? 'nucleo' : 'passagem' });
  });
  return achadas;
}

/** The heaviest class of the object is one of these. */
function isRamoPrincipal(ramos: ReadonlySet<number>, t: Textos, f: Faixas): boolean {
  let maior = -1;
  for (let i = f.ramosDe; i < f.ramosAte; i++) if (t.ramos[i] !== DESCONHECIDO && (maior < 0 || t.pesos[i]! > t.pesos[maior]!)) maior = i;
  return maior >= 0 && ramos.has(t.ramos[maior]!) && t.pesos[maior]! > 100;
}

/** Place of a word among those of the text, -1 = it has none. */
function placeOf(termo: number, t: Textos, f: Faixas): number {
  for (let i = f.palavrasDe; i < f.palavrasAte; i++) if (t.palavras[i] === termo) return i - f.palavrasDe;
  return -1;
}
