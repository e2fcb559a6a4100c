import { dimensoesDe, vetorDe } from './vetor.ts';
import type { PedidoModelo } from './tipos.ts';

export interface CorpoVetores {
  readonly object: 'list';
  readonly data: readonly { readonly object: 'embedding'; readonly index: number; readonly embedding: readonly (number | null)[] | string }[];
  readonly model: string;
  readonly usage: { readonly prompt_tokens: number; readonly total_tokens: number };
}

/** Eight places: about what float32 holds of numbers below 1. */
const arredondar = (v: number): number => Math.round(v * 1e8) / 1e8;

/** The body of an answer of embeddings. */
export function falarVetores(p: PedidoModelo, tokens: number): CorpoVetores {
  const dimensoes = p.dimensoes ?? dimensoesDe(p.modelo);
  const data = p.textos.map((texto, index) => {
    const vetor = vetorDe(texto, dimensoes);
    return { object: 'embedding' as const, index, embedding: p.base64 ? Buffer.from(vetor.buffer).toString('base64') : Array.from(vetor, arredondar) };
  });
  return { object: 'list', data, model: p.modelo, usage: { prompt_tokens: tokens, total_tokens: tokens } };
}
