import { dimensoesDe, vetorDe } from './vetor.ts';
import type { PedidoModelo } from './tipos.ts';

export interface CorpoVetores {
  readonly object: 'list';
  readonly data: readonly { readonly object: 'embedding'; readonly index: number; readonly embedding: readonly (number | null)[] | string }[];
  readonly model: string;
  readonly usage: { readonly prompt_tokens: number; readonly total_tokens: number };
}

/** Seven digits, as float32 has: what the real server writes. */
const arredondar = (v: number): number => Number(v.toPrecision(7));

/** The body of an answer of embeddings. */
export function falarVetores(p: PedidoModelo, tokens: number): CorpoVetores {
  const dimensoes = p.dimensoes ?? dimensoesDe(p.modelo);
  const data = p.textos.map((texto, index) => {
    const vetor = vetorDe(texto, dimensoes);
    return { object: 'embedding' as const, index, embedding: p.base64 ? Buffer.from(vetor.buffer).toString('base64') : Array.from(vetor, arredondar) };
  });
  return { object: 'list', data, model: p.modelo, usage: { prompt_tokens: tokens, total_tokens: tokens } };
}
