/** Tokens a character takes, by its kind: more than the tokenizers of OpenAI were seen to take of Portuguese prose, tables and JSON. */
const PESO = { letra: 0.3, acentuada: 0.5, digito: 0.5, espaco: 0.15, sinal: 0.8, outro: 1.5 } as const;
/** What a message, a tool or a schema takes besides its text. */
const MOLDURA = 8;

function weightOf(codigo: number): number {
  if ((codigo >= 97 && codigo <= 122) || (codigo >= 65 && codigo <= 90)) return PESO.letra;
  if (codigo === 32 || (codigo >= 9 && codigo <= 13)) return PESO.espaco;
  if (codigo >= 48 && codigo <= 57) return PESO.digito;
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
