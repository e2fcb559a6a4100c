import { describe, expect, it } from '@jest/globals';
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { estimateChat, nameResposta, nameServidor, toPedido } from '../../../src/modelos/domain/pedido.js';

const DE = { organizacaoId: 'org_1', servidor: 's', modelo: 'm', versaoPrompt: '1' };
const OPCOES: LanguageModelV4CallOptions = { prompt: [{ role: 'system', content: 'i' }, { role: 'user', content: [{ type: 'text', text: 'oi', providerOptions: { mastra: { createdAt: 1 } } }] }], temperature: 0, tools: [{ type: 'function', name: 'f', inputSchema: { type: 'object' } }] };
const nameOf = (opcoes: Partial<LanguageModelV4CallOptions>, de: Partial<typeof DE> | { organizacaoId: null } = {}): string => nameResposta(toPedido({ ...OPCOES, ...opcoes }, 4000), { ...DE, ...de });

describe('the name of an answer', () => {
  const nome = nameOf({});
  it.each<[string, Partial<LanguageModelV4CallOptions>]>([
    ['the signal', { abortSignal: new AbortController().signal }], ['headers', { headers: { 'x-a': '1' } }], ['what Mastra notes', { prompt: [OPCOES.prompt[0]!, { role: 'user', content: [{ type: 'text', text: 'oi', providerOptions: { mastra: { createdAt: 2 } } }] }] }],
    ['a limit beyond ours', { maxOutputTokens: 99_999 }], ['what is not given', { topP: undefined }],
  ])('does not change with %s', (_, opcoes) => expect(nameOf(opcoes)).toBe(nome));
  it.each<[string, Partial<LanguageModelV4CallOptions>]>([
    ['the prompt', { prompt: [{ role: 'system', content: 'j' }] }], ['the temperature', { temperature: 1 }], ['the tools', { tools: [] }], ['the limit', { maxOutputTokens: 10 }], ['the format', { responseFormat: { type: 'json' } }],
    ['options of the provider', { providerOptions: { openai: { reasoningEffort: 'high' } } }],
  ])('changes with %s', (_, opcoes) => expect(nameOf(opcoes)).not.toBe(nome));
  it.each([{ organizacaoId: 'org_2' }, { organizacaoId: null }, { servidor: 't' }, { modelo: 'n' }, { versaoPrompt: '2' }])('changes with %j', (de) => expect(nameOf({}, de)).not.toBe(nome));
  it('what is sent holds no notes of others', () => expect(JSON.stringify(toPedido(OPCOES, 100))).not.toContain('mastra'));
});

it.each([
  ['https://api.openai.com/v1', 'api.openai.com/v1#chat'], ['https://API.openai.com:443/v1/', 'api.openai.com/v1#chat'], ['http://127.0.0.1:8080/v1/', 'http://127.0.0.1:8080/v1#chat'], ['http://127.0.0.1:8081/v1', 'http://127.0.0.1:8081/v1#chat'],
  ['https://modelos.exemplo/v1', 'modelos.exemplo/v1#chat'], ['http://modelos.exemplo/v1', 'http://modelos.exemplo/v1#chat'], ['http://[::1]:80/v1', 'http://[::1]/v1#chat'],
])('the server of %s is %s', (url, nome) => expect(nameServidor(url, 'chat')).toBe(nome));

it('a request is measured with its tools and its schema', () => {
  const sem = estimateChat(toPedido({ prompt: OPCOES.prompt }, 100));
  const com = estimateChat(toPedido({ ...OPCOES, responseFormat: { type: 'json', schema: { type: 'object', properties: { afirmacoes: { type: 'array' } } } } }, 100));
  expect(sem.saida).toBe(100);
  expect(com.entrada).toBeGreaterThan(sem.entrada + 20);
});
