import type { LanguageModelV4, LanguageModelV4Prompt } from '@ai-sdk/provider';
import { INSTRUCOES } from './instrucoes.js';
import { ESQUEMA_SAIDA } from './saida.js';

/** Most tokens of an answer: four short claims with their quotes, and what a model thinks before. */
const MAX_SAIDA = 2500;

/** What a second question repeats of the first: the answer it is about, and what is asked of it. */
export interface Repergunta {
  readonly resposta: string;
  readonly pedido: string;
}

/** Asks once. @returns the text of the answer @throws AlicitError as `ModelosService.chat`; the signal's reason */
export async function askModelo(modelo: LanguageModelV4, mensagem: string, de: Repergunta | null, sinal: AbortSignal): Promise<string> {
  const { stream } = await modelo.doStream({
    prompt: toPrompt(mensagem, de), maxOutputTokens: MAX_SAIDA, abortSignal: sinal, responseFormat: { type: 'json', name: 'resposta', schema: ESQUEMA_SAIDA },
  });
  let texto = '';
  for await (const parte of stream) {
    if (parte.type === 'text-delta') texto += parte.delta;
    else if (parte.type === 'error') throw parte.error;
  }
  return texto;
}

const toPrompt = (mensagem: string, de: Repergunta | null): LanguageModelV4Prompt => [
  { role: 'system', content: INSTRUCOES },
  { role: 'user', content: [{ type: 'text', text: mensagem }] },
  ...(de ? [{ role: 'assistant' as const, content: [{ type: 'text' as const, text: de.resposta }] }, { role: 'user' as const, content: [{ type: 'text' as const, text: de.pedido }] }] : []),
];
