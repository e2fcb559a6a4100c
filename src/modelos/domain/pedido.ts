import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { hashDe } from '../../kernel/index.js';
import { estimatePedido } from './estimar-tokens.js';

/** What is asked of a model, without what says nothing to it: signal, headers, and what a framework noted for itself. */
export type Pedido = Omit<LanguageModelV4CallOptions, 'abortSignal' | 'headers' | 'includeRawChunks'>;

/** Notes Mastra makes on messages (when they were created): they would make every question a new one. */
const ALHEIAS: ReadonlySet<string> = new Set(['mastra']);

/** The same value without notes of others, at any depth. */
function clean(valor: unknown): unknown {
  if (Array.isArray(valor)) return valor.map(clean);
  if (valor === null || typeof valor !== 'object' || valor instanceof Uint8Array || valor instanceof URL) return valor;
  const limpo: Record<string, unknown> = {};
  for (const [nome, v] of Object.entries(valor)) {
    if (v === undefined) continue;
    if (nome !== 'providerOptions' && nome !== 'providerMetadata') limpo[nome] = clean(v);
    else if (v !== null && typeof v === 'object') {
      const nossas = Object.entries(v).filter(([dono]) => !ALHEIAS.has(dono));
      if (nossas.length) limpo[nome] = Object.fromEntries(nossas);
    }
  }
  return limpo;
}

/** The request as it is sent and as it is named. @param maxSaida most tokens of an answer, also where more are asked for */
export function toPedido(opcoes: LanguageModelV4CallOptions, maxSaida: number): Pedido {
  const { abortSignal: _sinal, headers: _cabecalhos, includeRawChunks: _cruas, prompt, ...resto } = opcoes;
  const limpas = clean({ ...resto, maxOutputTokens: Math.min(resto.maxOutputTokens ?? maxSaida, maxSaida) }) as Omit<Pedido, 'prompt'>;
  return { ...limpas, prompt: clean(prompt) as Pedido['prompt'] };
}

/** Name of a kept answer: what was asked, of which model where, for whom, by which version of the prompt. */
export const nameResposta = (pedido: Pedido, de: { readonly organizacaoId: string | null; readonly servidor: string; readonly modelo: string; readonly versaoPrompt: string }): string => hashDe({ ...de, pedido });

/** Tokens a request may take, asked and answered, guessed from above. */
export function estimateChat(pedido: Pedido): { readonly entrada: number; readonly saida: number } {
  const partes = pedido.prompt.map((m) => (typeof m.content === 'string' ? m.content : m.content.map((p) => ('text' in p ? p.text : JSON.stringify(p))).join('\n')));
  const moldes = [...(pedido.tools ?? []), ...(pedido.responseFormat?.type === 'json' ? [pedido.responseFormat] : [])].map((t) => JSON.stringify(t));
  return { entrada: estimatePedido([...partes, ...moldes]), saida: pedido.maxOutputTokens ?? 0 };
}

/** Whose vectors or answers these are: those of one server (protocol, host, port, path) are never taken for another's. */
export function nameServidor(url: string, api: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin.replace(/^https:\/\//, '')}${pathname.replace(/\/+$/, '')}#${api}`;
}
