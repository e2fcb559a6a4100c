import type { LanguageModelV4Content, LanguageModelV4FinishReason, LanguageModelV4GenerateResult, LanguageModelV4StreamPart, LanguageModelV4Usage, SharedV4ProviderMetadata } from '@ai-sdk/provider';
import { isRecusa } from './recusa.js';

/** An answer as it is kept: JSON, without what belongs to one exchange (bodies, headers, ids, times). */
export interface Resposta {
  readonly content: LanguageModelV4Content[];
  readonly finishReason: LanguageModelV4FinishReason;
  readonly usage: LanguageModelV4Usage;
  readonly providerMetadata?: SharedV4ProviderMetadata | undefined;
}

/** An answer just received, and whether the model said in so many words that it would not. */
export interface Recebida {
  readonly resposta: Resposta;
  readonly recusada: boolean;
  /** It ended because the model ended it. */
  readonly inteira: boolean;
}

export const toResultado = ({ content, finishReason, usage, providerMetadata }: Resposta): LanguageModelV4GenerateResult => ({ content, finishReason, usage, ...(providerMetadata ? { providerMetadata } : {}), warnings: [] });

export function fromResultado(r: LanguageModelV4GenerateResult): Recebida {
  const { content, finishReason, usage, providerMetadata } = r;
  // Some compatible servers end without a reason: what came is taken, unless nothing came.
  return { resposta: { content, finishReason, usage, ...(providerMetadata ? { providerMetadata } : {}) }, recusada: finishReason.unified === 'content-filter' || isRecusa(r.response?.body), inteira: isFim(finishReason) || content.length > 0 };
}

/** The parts of a stream, added up; `raw` parts tell of refusals. `onParcial`: the text so far. @throws what an `error` part holds */
export async function fromStream(partes: ReadableStream<LanguageModelV4StreamPart>, onParcial?: (texto: string) => void): Promise<Recebida> {
  const content: LanguageModelV4Content[] = [];
  const abertos = new Map<string, { type: 'text' | 'reasoning'; text: string; providerMetadata?: SharedV4ProviderMetadata }>();
  let fim: Extract<LanguageModelV4StreamPart, { type: 'finish' }> | null = null;
  let recusada = false;
  let texto = '';
  for await (const parte of partes) {
    switch (parte.type) {
      case 'text-start': case 'reasoning-start': {
        const bloco = { type: parte.type === 'text-start' ? 'text' as const : 'reasoning' as const, text: '', ...(parte.providerMetadata ? { providerMetadata: parte.providerMetadata } : {}) };
        abertos.set(`${bloco.type}:${parte.id}`, bloco);
        content.push(bloco);
        break;
      }
      case 'text-delta': case 'reasoning-delta': {
        const bloco = abertos.get(`${parte.type === 'text-delta' ? 'text' : 'reasoning'}:${parte.id}`);
        if (bloco) bloco.text += parte.delta;
        if (parte.type === 'text-delta') onParcial?.((texto += parte.delta));
        break;
      }
      case 'text-end': case 'reasoning-end': {
        const bloco = abertos.get(`${parte.type === 'text-end' ? 'text' : 'reasoning'}:${parte.id}`);
        if (bloco && parte.providerMetadata) bloco.providerMetadata = parte.providerMetadata;
        break;
      }
      case 'raw': recusada ||= isRecusa(parte.rawValue); break;
      case 'error': throw parte.error;
      case 'finish': fim = parte; break;
      case 'stream-start': case 'response-metadata': case 'tool-input-start': case 'tool-input-delta': case 'tool-input-end': break;
      default: content.push(parte);
    }
  }
  const usage = fim?.usage ?? { inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined }, outputTokens: { total: undefined, text: undefined, reasoning: undefined } };
  const finishReason = fim?.finishReason ?? { unified: 'other', raw: undefined };
  return { resposta: { content, finishReason, usage, ...(fim?.providerMetadata ? { providerMetadata: fim.providerMetadata } : {}) }, recusada: recusada || finishReason.unified === 'content-filter', inteira: isFim(finishReason) };
}

/** Whether the model said why it ended: chat always gives a word for it, responses only when it was cut. */
const isFim = ({ unified, raw }: LanguageModelV4FinishReason): boolean => unified !== 'other' || raw !== undefined;

/** The parts a stream of this answer has, in order. */
export function toPartes({ content, finishReason, usage, providerMetadata }: Resposta): LanguageModelV4StreamPart[] {
  const partes: LanguageModelV4StreamPart[] = [{ type: 'stream-start', warnings: [] }];
  for (const [i, c] of content.entries()) {
    const id = String(i);
    const com = c.providerMetadata ? { providerMetadata: c.providerMetadata } : {};
    if (c.type === 'text') partes.push({ type: 'text-start', id, ...com }, { type: 'text-delta', id, delta: c.text }, { type: 'text-end', id, ...com });
    else if (c.type === 'reasoning') partes.push({ type: 'reasoning-start', id, ...com }, { type: 'reasoning-delta', id, delta: c.text }, { type: 'reasoning-end', id, ...com });
    else if (c.type === 'tool-call') partes.push({ type: 'tool-input-start', id: c.toolCallId, toolName: c.toolName }, { type: 'tool-input-delta', id: c.toolCallId, delta: c.input }, { type: 'tool-input-end', id: c.toolCallId }, c);
    else partes.push(c);
  }
  partes.push({ type: 'finish', finishReason, usage, ...(providerMetadata ? { providerMetadata } : {}) });
  return partes;
}
