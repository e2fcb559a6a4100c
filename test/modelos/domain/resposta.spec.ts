import { describe, expect, it } from '@jest/globals';
import type { LanguageModelV4Content, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { findJson, fromCorpoNaoLido, isCortada, toUtil } from '../../../src/modelos/domain/resposta-util.js';
import { fromResultado, fromStream, toPartes, type Resposta } from '../../../src/modelos/domain/resposta.js';

const USO = { inputTokens: { total: 10, noCache: 10, cacheRead: 0, cacheWrite: undefined }, outputTokens: { total: 2, text: 2, reasoning: 0 } };
const PAROU = { unified: 'stop' as const, raw: 'stop' };
const answer = (content: LanguageModelV4Content[], finishReason: Resposta['finishReason'] = PAROU): Resposta => ({ content, finishReason, usage: USO });
const text = (texto: string): LanguageModelV4Content => ({ type: 'text', text: texto });
const call = (input: string): LanguageModelV4Content => ({ type: 'tool-call', toolCallId: 'c1', toolName: 'buscar_trechos', input });
const streamOf = (partes: LanguageModelV4StreamPart[]): ReadableStream<LanguageModelV4StreamPart> => new ReadableStream({ start: (c) => { for (const p of partes) c.enqueue(p); c.close(); } });

describe('an answer as a stream', () => {
  it('is the same answer when it is read again', async () => {
    const resposta = answer([{ type: 'reasoning', text: 'penso', providerMetadata: { openai: { itemId: 'r1' } } }, text('Olá'), text(', mundo'), call('{"consulta":"prazo"}')], { unified: 'tool-calls', raw: 'tool_calls' });
    expect(await fromStream(streamOf(toPartes(resposta)))).toEqual({ resposta, recusada: false, inteira: true });
  });
  it('without its end is not whole', async () => {
    const partes = toPartes(answer([text('Olá')])).slice(0, -1);
    expect(await fromStream(streamOf(partes))).toMatchObject({ inteira: false });
    expect(await fromStream(streamOf([...partes, { type: 'finish', usage: USO, finishReason: { unified: 'other', raw: undefined } }]))).toMatchObject({ inteira: false });
  });
  it('ends where it says that there was an error', async () => {
    await expect(fromStream(streamOf([...toPartes(answer([text('Olá')])).slice(0, 3), { type: 'error', error: new Error('lá') }]))).rejects.toThrow('lá');
  });
});

describe('a refusal', () => {
  it.each([
    [{ choices: [{ message: { refusal: 'não posso' } }] }, true], [{ choices: [{ delta: { refusal: 'não' } }] }, true], [{ output: [{ content: [{ type: 'refusal', refusal: 'não' }] }] }, true],
    [{ type: 'response.refusal.delta', delta: 'não' }, true], [{ choices: [{ message: { refusal: null, content: 'sim' } }] }, false], [{ choices: 'x', output: 1 }, false], [null, false], ['refusal', false],
  ])('%j: %j', async (corpo, recusada) => {
    expect(fromResultado({ ...answer([]), warnings: [], response: { body: corpo } }).recusada).toBe(recusada);
    expect((await fromStream(streamOf([{ type: 'raw', rawValue: corpo }]))).recusada).toBe(recusada);
  });
  it('is found in a body that was not read', () => {
    expect(fromCorpoNaoLido('{"output":[{"content":[{"type":"refusal","refusal":"não"}]}],"usage":{"input_tokens":7,"output_tokens":-1}}')).toMatchObject({ recusada: true, resposta: { usage: { inputTokens: { total: 7 }, outputTokens: { total: undefined } } } });
    for (const corpo of [undefined, '', 'nada', '{"output":[]}']) expect(fromCorpoNaoLido(corpo)).toBeNull();
  });
  it('may be said by the filter', () => expect(fromResultado({ ...answer([], { unified: 'content-filter', raw: 'content_filter' }), warnings: [] }).recusada).toBe(true));
});

describe('an answer of use', () => {
  it.each([
    ['{"a":1}', '{"a":1}'], ['Claro!\n```json\n{"a":1}\n```\nEspero ter ajudado.', '{"a":1}'], ['Segue: {"a":{"b":2}} pronto', '{"a":{"b":2}}'], ['[1]', '[1]'], ['{"a":', null], ['só prosa', null], ['', null],
  ])('JSON in %j: %j', (texto, json) => {
    expect(findJson(texto)).toBe(json);
    expect(toUtil(answer([text(texto)]), true)).toEqual(json === null ? null : answer([text(json)]));
  });
  it.each([
    ['text that is not empty', answer([text('sim')]), false, true], ['empty text', answer([text(' ')]), false, false], ['nothing', answer([]), true, false],
    ['a tool with JSON', answer([call('{"consulta":"x"}')]), true, true], ['a tool with half of it', answer([call('{"consulta": "x')]), false, false], ['a cut text', answer([text('era uma')], { unified: 'length', raw: 'length' }), false, true],
  ])('%s', (_, resposta, querJson, serve) => expect(toUtil(resposta, querJson)).toBe(serve ? resposta : null));
  it.each([
    ['JSON that ended by length', answer([text('{"a":')], { unified: 'length', raw: 'length' }), true, true], ['prose that did', answer([text('era uma')], { unified: 'length', raw: 'length' }), false, false],
    ['half of a tool’s arguments', answer([call('{"consulta":"x')], { unified: 'length', raw: 'length' }), false, true], ['a whole one', answer([text('{}')]), true, false],
  ])('cut: %s', (_, resposta, querJson, cortada) => expect(isCortada(resposta, querJson)).toBe(cortada));
});
