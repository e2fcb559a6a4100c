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

const QUEBRA = 10;
const PAGINA = 12;

/** Lines with text, in order. `texto` uses `\f` between pages; `dobrado` is its folding. */
export function cutLinhas(texto: string, dobrado: string = fold(texto)): LinhaTexto[] {
  const linhas: LinhaTexto[] = [];
  let inicio = 0;
  let ordem = 0;
  for (let i = 0; i <= texto.length; i++) {
    const c = texto.charCodeAt(i);
    if (i < texto.length && c !== QUEBRA && c !== PAGINA) continue;
    const linha = texto.slice(inicio, i);
    if (linha.trim()) linhas.push({ inicio, fim: i, texto: linha, dobrado: dobrado.slice(inicio, i).trim(), ordemNaPagina: ordem++ });
    if (c === PAGINA) ordem = 0;
    inicio = i + 1;
  }
  return linhas;
}

/** True when the letters are mostly capitals: a heading. */
export function isUpper(texto: string): boolean {
  let letras = 0;
  let minusculas = 0;
  for (let i = 0; i < texto.length; i++) {
    const codigo = texto.charCodeAt(i);
    const classe = classes[codigo] || (classes[codigo] = classOf(texto[i]!));
    if (classe === SURROGADO) return isUpperAmplo(texto);
    if (classe !== OUTRO) letras++;
    if (classe === MINUSCULA) minusculas++;
  }
  return letras > 2 && (letras - minusculas) / letras > 0.75;
}

const OUTRO = 1;
const MAIUSCULA = 2;
const MINUSCULA = 3;
const SURROGADO = 4;
/** Class of each UTF-16 unit, filled as units are met. */
const classes = new Uint8Array(0x10000);
const classOf = (c: string): number => (/\p{Ll}/u.test(c) ? MINUSCULA : /\p{L}/u.test(c) ? MAIUSCULA : /[\ud800-\udfff]/.test(c) ? SURROGADO : OUTRO);

/** The same for text with characters of two units, each counted as two. */
function isUpperAmplo(texto: string): boolean {
  const letras = texto.replace(/[^\p{L}]/gu, '');
  return letras.length > 2 && letras.replace(/\p{Ll}/gu, '').length / letras.length > 0.75;
}

/** The line breaks off in the middle of a sentence: what follows on the next line is not a heading. */
export const isInterrompida = (l: LinhaTexto): boolean =>
  /(?:[,(/-]|\b(?:a|ao|aos?|as?|com|como|conforme|constantes?|contid[oa]s?|d[aeo]s?|e|em|item|modelo|n[ao]s?|o|os|ou|para|pel[ao]s?|por|que|segundo|seu|sua|vide))$/.test(l.dobrado);
