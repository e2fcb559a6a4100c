import type { PedidoModelo, RespostaModelo } from './tipos.ts';

/** Tokens of a text: its characters over 4, rounded up. No tokenizer: the same count everywhere, near the real one for Portuguese. */
export const contarTokens = (texto: string): number => Math.ceil(texto.length / 4);

/** Of a prompt: each message's text and tool calls plus 4, the tools and the schema as JSON, and 3 for the answer's start; of embeddings, the texts alone. */
export function contarPrompt(p: PedidoModelo): number {
  if (p.rota === 'embeddings') return p.textos.reduce((t, texto) => t + contarTokens(texto), 0);
  const mensagens = p.mensagens.reduce((t, m) => t + 4 + contarTokens(m.texto) + m.chamadas.reduce((c, f) => c + contarTokens(f.nome + f.argumentos), 0), 0);
  const extras = p.ferramentas.length ? contarTokens(JSON.stringify(p.ferramentas)) : 0;
  return 3 + mensagens + extras + (p.esquema ? contarTokens(JSON.stringify(p.esquema)) : 0);
}

/** The text of an answer as it is sent. */
export const textoDe = (r: RespostaModelo): string => (r.json === undefined ? (r.texto ?? '') : JSON.stringify(r.json));

export const argumentosDe = (argumentos: unknown): string => (typeof argumentos === 'string' ? argumentos : JSON.stringify(argumentos));

/** Of an answer: its text, its refusal and its tool calls. */
export const contarResposta = (r: RespostaModelo): number =>
  contarTokens(textoDe(r)) + contarTokens(r.recusa ?? '') + (r.ferramentas ?? []).reduce((t, f) => t + contarTokens(f.nome + argumentosDe(f.argumentos)), 0);
