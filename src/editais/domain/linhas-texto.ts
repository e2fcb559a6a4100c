import { fold } from '../../kernel/index.js';

/** A line of the text with its place. */
export interface LinhaTexto {
  readonly inicio: number;
  readonly fim: number;
  readonly texto: string;
  readonly dobrado: string;
  /** 0 for the first line with text of its page. */
  readonly ordemNaPagina: number;
}

/** Lines with text, in order. `texto` uses `\f` between pages. */
export function cutLinhas(texto: string): LinhaTexto[] {
  const linhas: LinhaTexto[] = [];
  let inicio = 0;
  let ordem = 0;
  for (let i = 0; i <= texto.length; i++) {
    const c = texto[i];
    if (i < texto.length && c !== '\n' && c !== '\f') continue;
    const linha = texto.slice(inicio, i);
    if (linha.trim()) linhas.push({ inicio, fim: i, texto: linha, dobrado: fold(linha).trim(), ordemNaPagina: ordem++ });
    if (c === '\f') ordem = 0;
    inicio = i + 1;
  }
  return linhas;
}

/** True when the letters are mostly capitals: a heading. */
export function isUpper(texto: string): boolean {
  const letras = texto.replace(/[^\p{L}]/gu, '');
  return letras.length > 2 && letras.replace(/\p{Ll}/gu, '').length / letras.length > 0.75;
}

/** The line breaks off in the middle of a sentence: what follows on the next line is not a heading. */
export const isInterrompida = (l: LinhaTexto): boolean =>
  /(?:[,(/-]|\b(?:a|ao|aos?|as?|com|como|conforme|constantes?|contid[oa]s?|d[aeo]s?|e|em|item|modelo|n[ao]s?|o|os|ou|para|pel[ao]s?|por|que|segundo|seu|sua|vide))$/.test(l.dobrado);
