import { argumentosDe, textoDe } from './contar-tokens.ts';
import { idDe, pedacosDe, type Uso } from './falar-chat.ts';
import { saidaJson, type Saida } from './recusa.ts';
import type { PedidoModelo, RespostaModelo } from './tipos.ts';

type Item = Readonly<Record<string, unknown>> & { readonly id: string };

/** An answer in the protocol of responses, and the items a later request may refer to. */
export function falarResponses(p: PedidoModelo, r: RespostaModelo, uso: Uso): { readonly saida: Saida; readonly itens: readonly Item[] } {
  const texto = textoDe(r);
  const chamadas = (r.ferramentas ?? []).map((f, i): Item => ({ id: idDe('fc', p.n, i), type: 'function_call', status: 'completed', arguments: argumentosDe(f.argumentos), call_id: idDe('call', p.n, i), name: f.nome }));
  const parte = r.recusa === undefined ? { type: 'output_text', annotations: [], logprobs: [], text: texto } : { type: 'refusal', refusal: r.recusa };
  const incompleta = r.fim === 'length' ? 'max_output_tokens' : r.fim === 'content_filter' ? 'content_filter' : null;
  const status = incompleta === null ? 'completed' : 'incomplete';
  const mensagem: readonly Item[] = chamadas.length && texto === '' && r.recusa === undefined ? [] : [{ id: idDe('msg', p.n), type: 'message', status, content: [parte], role: 'assistant' }];
  const itens = [...mensagem, ...chamadas];
  const usage = { input_tokens: uso.prompt, input_tokens_details: { cached_tokens: 0 }, output_tokens: uso.resposta, output_tokens_details: { reasoning_tokens: 0 }, total_tokens: uso.prompt + uso.resposta };
  const comum = { id: idDe('resp', p.n), object: 'response', created_at: Math.floor(Date.now() / 1000), model: p.modelo, error: null, service_tier: 'default', parallel_tool_calls: true, store: true, temperature: 1, tool_choice: p.escolha, tools: [] };
  const inteira = { ...comum, status, incomplete_details: incompleta === null ? null : { reason: incompleta }, output: itens, usage };
  if (!p.stream) return { saida: saidaJson(200, inteira), itens };

  const partes: string[] = [];
  const evento = (type: string, campos: Readonly<Record<string, unknown>>): void => void partes.push(`event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: partes.length, ...campos })}\n\n`);
  const comeco = { ...comum, status: 'in_progress', incomplete_details: null, output: [], usage: null };
  evento('response.created', { response: comeco });
  evento('response.in_progress', { response: comeco });
  itens.forEach((item, output_index) => {
    const onde = { item_id: item.id, output_index };
    if (item['type'] === 'function_call') {
      evento('response.output_item.added', { output_index, item: { ...item, status: 'in_progress', arguments: '' } });
      for (const delta of pedacosDe(String(item['arguments']))) evento('response.function_call_arguments.delta', { ...onde, delta });
      evento('response.function_call_arguments.done', { ...onde, name: item['name'], arguments: item['arguments'] });
    } else {
      const tipo = r.recusa === undefined ? 'output_text' : 'refusal';
      const dito = r.recusa ?? texto;
      evento('response.output_item.added', { output_index, item: { ...item, status: 'in_progress', content: [] } });
      evento('response.content_part.added', { ...onde, content_index: 0, part: r.recusa === undefined ? { ...parte, text: '' } : { ...parte, refusal: '' } });
      for (const delta of pedacosDe(dito)) evento(`response.${tipo}.delta`, { ...onde, content_index: 0, delta, logprobs: [] });
      evento(`response.${tipo}.done`, { ...onde, content_index: 0, [r.recusa === undefined ? 'text' : 'refusal']: dito, logprobs: [] });
      evento('response.content_part.done', { ...onde, content_index: 0, part: parte });
    }
    evento('response.output_item.done', { output_index, item });
  });
  evento(incompleta === null ? 'response.completed' : 'response.incomplete', { response: inteira });
  return { saida: { status: 200, cabecalhos: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' }, partes }, itens };
}
