import { argumentosDe, textoDe } from './contar-tokens.ts';
import { saidaJson, type Saida } from './recusa.ts';
import type { PedidoModelo, RespostaModelo } from './tipos.ts';

export interface Uso {
  readonly prompt: number;
  readonly resposta: number;
}

/** Characters of one event of a stream, and most events of a text. */
const PEDACO = 24;
const MAX_PEDACOS = 400;

/** A text in pieces, none cutting a surrogate pair. */
export function pedacosDe(texto: string): readonly string[] {
  const letras = Array.from(texto);
  const tamanho = Math.max(PEDACO, Math.ceil(letras.length / MAX_PEDACOS));
  return Array.from({ length: Math.ceil(letras.length / tamanho) }, (_, i) => letras.slice(i * tamanho, (i + 1) * tamanho).join(''));
}

export const idDe = (prefixo: string, n: number, i = 0): string => `${prefixo}_${String(n).padStart(8, '0')}${String(i).padStart(4, '0')}`;

const usoDe = ({ prompt, resposta }: Uso): unknown => ({
  prompt_tokens: prompt, completion_tokens: resposta, total_tokens: prompt + resposta, prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0, accepted_prediction_tokens: 0, rejected_prediction_tokens: 0 },
});

/** An answer in the protocol of chat completions: JSON, or events when the request streams. */
export function falarChat(p: PedidoModelo, r: RespostaModelo, uso: Uso): Saida {
  const chamadas = (r.ferramentas ?? []).map((f, i) => ({ id: idDe('call', p.n, i), type: 'function' as const, function: { name: f.nome, arguments: argumentosDe(f.argumentos) } }));
  const fim = r.fim ?? (chamadas.length ? 'tool_calls' : 'stop');
  const texto = textoDe(r);
  const calado = r.recusa !== undefined || (chamadas.length > 0 && texto === '');
  const comum = { id: `chatcmpl-${String(p.n).padStart(10, '0')}`, created: Math.floor(Date.now() / 1000), model: p.modelo, service_tier: 'default', system_fingerprint: null };
  if (!p.stream) {
    const message = { role: 'assistant', content: calado ? null : texto, refusal: r.recusa ?? null, annotations: [], ...(chamadas.length ? { tool_calls: chamadas } : {}) };
    return saidaJson(200, { ...comum, object: 'chat.completion', choices: [{ index: 0, message, logprobs: null, finish_reason: fim }], usage: usoDe(uso) });
  }
  const evento = (choices: readonly unknown[], usage: unknown = null): string => `data: ${JSON.stringify({ ...comum, object: 'chat.completion.chunk', choices, ...(p.usoNoStream ? { usage } : {}) })}\n\n`;
  const delta = (d: unknown, finish: string | null = null): string => evento([{ index: 0, delta: d, logprobs: null, finish_reason: finish }]);
  const partes = [delta({ role: 'assistant', content: calado ? null : '', refusal: null })];
  for (const pedaco of r.recusa === undefined ? pedacosDe(texto) : []) partes.push(delta({ content: pedaco }));
  for (const pedaco of pedacosDe(r.recusa ?? '')) partes.push(delta({ refusal: pedaco }));
  chamadas.forEach(({ id, type, function: f }, index) => {
    partes.push(delta({ tool_calls: [{ index, id, type, function: { name: f.name, arguments: '' } }] }));
    for (const pedaco of pedacosDe(f.arguments)) partes.push(delta({ tool_calls: [{ index, function: { arguments: pedaco } }] }));
  });
  partes.push(delta({}, fim));
  if (p.usoNoStream) partes.push(evento([], usoDe(uso)));
  partes.push('data: [DONE]\n\n');
  return { status: 200, cabecalhos: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' }, partes };
}
