import { cutToTokens, estimateTokens } from './estimar-tokens.js';

/** Of one text of embeddings, and of one request: OpenAI takes 8,192 and 300,000. */
export const MAX_TOKENS_TEXTO = 8000;
export const MAX_TOKENS_LOTE = 250_000;

/** The text as it is embedded: never empty, never longer than a model takes. */
export const toTextoDeEmbedding = (texto: string): string => cutToTokens(texto, MAX_TOKENS_TEXTO).trim() || ' ';

/** Groups of consecutive texts, each within `maximo` texts and the tokens of one request. */
export function splitLotes<T extends { readonly texto: string }>(itens: readonly T[], maximo: number): readonly (readonly T[])[] {
  const lotes: T[][] = [];
  let atual: T[] = [];
  let tokens = 0;
  for (const item of itens) {
    const custo = estimateTokens(item.texto);
    if (atual.length && (atual.length >= maximo || tokens + custo > MAX_TOKENS_LOTE)) {
      lotes.push(atual);
      atual = [];
      tokens = 0;
    }
    atual.push(item);
    tokens += custo;
  }
  return atual.length ? [...lotes, atual] : lotes;
}
