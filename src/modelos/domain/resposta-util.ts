import type { LanguageModelV4Usage } from '@ai-sdk/provider';
import { isRecusa, record } from './recusa.js';
import type { Recebida, Resposta } from './resposta.js';

/** Its text, all blocks of it. */
export const textOf = ({ content }: Resposta): string => content.map((c) => (c.type === 'text' ? c.text : '')).join('');

const isJson = (texto: string): boolean => {
  try {
    JSON.parse(texto);
    return true;
  } catch {
    return false;
  }
};

/** The JSON in a text: all of it, what a fence holds, or from the first brace to the last. Null: there is none. */
export function findJson(texto: string): string | null {
  const cerca = /```(?:json)?\s*([^]*?)```/.exec(texto)?.[1];
  const candidatos = [texto, cerca, texto.slice(texto.indexOf('{'), texto.lastIndexOf('}') + 1)];
  return candidatos.map((c) => c?.trim() ?? '').find((c) => c !== '' && isJson(c)) ?? null;
}

const chamadasDe = ({ content }: Resposta) => content.filter((c) => c.type === 'tool-call');
const legiveis = (chamadas: ReturnType<typeof chamadasDe>): boolean => chamadas.every((c) => c.input.trim() === '' || isJson(c.input));

/** It ended by its length where half of it is of no use: JSON, or a tool's arguments. Prose may be cut: whoever asked sees it. */
export const isCortada = (resposta: Resposta, querJson: boolean): boolean => resposta.finishReason.unified === 'length' && (querJson || !legiveis(chamadasDe(resposta)));

/**
 * An answer as whoever asked can use it: the arguments of tools are JSON, and so is the text where JSON was asked for (without
 * the prose some models put around it). Prose cut by its length is given as it is.
 * @returns null when it is of no use
 */
export function toUtil(resposta: Resposta, querJson: boolean): Resposta | null {
  const { content, finishReason } = resposta;
  if (isCortada(resposta, querJson)) return null;
  if (finishReason.unified === 'length') return resposta;
  const chamadas = chamadasDe(resposta);
  if (chamadas.length) return legiveis(chamadas) ? resposta : null;
  const texto = textOf(resposta);
  if (!querJson) return texto.trim() === '' ? null : resposta;
  const json = findJson(texto);
  if (json === null) return null;
  return json === texto ? resposta : { ...resposta, content: [...content.filter((c) => c.type !== 'text'), { type: 'text', text: json }] };
}

/** A refusal that the provider's library could not read (whole answers of `responses`): found in the body its error carries. Null: it is none. */
export function fromCorpoNaoLido(corpo: string | undefined): Recebida | null {
  if (!corpo || !isJson(corpo)) return null;
  const lido: unknown = JSON.parse(corpo);
  if (!isRecusa(lido)) return null;
  const { input_tokens: entrada, output_tokens: saida } = record(record(lido)['usage']);
  const total = (n: unknown): number | undefined => (typeof n === 'number' && Number.isSafeInteger(n) && n >= 0 ? n : undefined);
  const usage: LanguageModelV4Usage = { inputTokens: { total: total(entrada), noCache: undefined, cacheRead: undefined, cacheWrite: undefined }, outputTokens: { total: total(saida), text: undefined, reasoning: undefined } };
  return { resposta: { content: [], finishReason: { unified: 'content-filter', raw: 'refusal' }, usage }, recusada: true, inteira: true };
}
