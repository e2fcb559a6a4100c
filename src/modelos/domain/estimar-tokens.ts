/**
 * Tokens a character takes, by its kind. Fitted from above to o200k and cl100k (the tokenizers of OpenAI's chat models and
 * embeddings) over laws and editais in Portuguese; only of text of broken fonts do they take a little more.
 */
const PESO = { minuscula: 0.3, maiuscula: 0.5, acentuada: 1, digito: 0.6, espaco: 0.15, quebra: 0.5, sinal: 1, outro: 2 } as const;
/** What a message, a tool or a schema takes besides its text. */
const MOLDURA = 8;

function weightOf(codigo: number): number {
  if (codigo >= 97 && codigo <= 122) return PESO.minuscula;
  if (codigo === 32) return PESO.espaco;
  if (codigo >= 65 && codigo <= 90) return PESO.maiuscula;
  if (codigo >= 48 && codigo <= 57) return PESO.digito;
  if (codigo >= 9 && codigo <= 13) return PESO.quebra;
  if (codigo < 0xc0) return PESO.sinal;
  return codigo < 0x250 ? PESO.acentuada : PESO.outro;
}

/** Tokens a text takes, guessed from above; never less than 1. */
export function estimateTokens(texto: string): number {
  let soma = 0;
  for (let i = 0; i < texto.length; i++) soma += weightOf(texto.charCodeAt(i));
  return Math.max(1, Math.ceil(soma));
}

/** The longest beginning of a text that takes no more than so many tokens, cut at a space where there is one near. */
export function cutToTokens(texto: string, maximo: number): string {
  let soma = 0;
  for (let i = 0; i < texto.length; i++) {
    soma += weightOf(texto.charCodeAt(i));
    if (soma <= maximo) continue;
    const espaco = texto.lastIndexOf(' ', i);
    const fim = espaco > i - 200 && espaco > 0 ? espaco : i;
    // Never half of a pair of surrogates.
    return texto.slice(0, isAlta(texto, fim - 1) ? fim - 1 : fim);
  }
  return texto;
}

const isAlta = (texto: string, i: number): boolean => (texto.charCodeAt(i) & 0xfc00) === 0xd800;

/** Tokens of a whole request, from its parts as they will be written. */
export const estimatePedido = (partes: readonly string[]): number => partes.reduce((soma, p) => soma + estimateTokens(p) + MOLDURA, 0);
