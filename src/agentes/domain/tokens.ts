/** Portuguese in the vocabularies of today's models takes some 4 characters a token; fewer are assumed, so that a budget holds. */
const LETRAS_POR_TOKEN = 3.5;

/** Tokens a text takes, estimated high. */
export const estimateTokens = (texto: string): number => tokensDe(texto.length);

/** Tokens so many characters take, estimated high. */
export const tokensDe = (letras: number): number => Math.ceil(letras / LETRAS_POR_TOKEN);

/** Whole lines from the first on, while they fit; at least none. Tells how many were left out. */
export function fitLinhas(linhas: readonly string[], maxLetras: number): { readonly linhas: readonly string[]; readonly fora: number } {
  let soma = 0;
  const n = linhas.findIndex((l) => (soma += l.length + 1) > maxLetras);
  return n === -1 ? { linhas, fora: 0 } : { linhas: linhas.slice(0, n), fora: linhas.length - n };
}
