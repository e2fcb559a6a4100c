import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOpenAI, type OpenAIProvider } from '@ai-sdk/openai';
import type { JSONSchema7, LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4FunctionTool, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startOpenAiServer, type OpenAiServer } from '../support/openai-server/index.ts';

let s: OpenAiServer;
let openai: OpenAIProvider;
const pasta = mkdtempSync(join(tmpdir(), 'alicit-openai-'));
beforeAll(async () => {
  s = await startOpenAiServer({ chave: 'certa', arquivoLedger: join(pasta, 'ledger.jsonl'), ritmo: { lentidaoMs: 30, penduradaMs: 200, esperaMs: 40 } });
  openai = createOpenAI({ baseURL: s.url, apiKey: 'certa' });
});
afterAll(async () => {
  await s.close();
  rmSync(pasta, { recursive: true, force: true });
});
afterEach(() => s.clear());

const ESQUEMA: JSONSchema7 = { type: 'object', properties: { encontrado: { type: 'boolean' }, itens: { type: 'array', items: { type: 'string' } } }, required: ['encontrado', 'itens'], additionalProperties: false };
const FERRAMENTA: LanguageModelV4FunctionTool = { type: 'function', name: 'buscar_trechos', description: 'busca', inputSchema: { type: 'object', properties: { consulta: { type: 'string' } }, required: ['consulta'], additionalProperties: false } };
const pergunta = (texto: string): LanguageModelV4CallOptions => ({ prompt: [{ role: 'system', content: 'Responda.' }, { role: 'user', content: [{ type: 'text', text: texto }] }] });
const modelos = (): readonly (readonly [string, LanguageModelV4])[] => [['chat', openai.chat('gpt-5-mini')], ['responses', openai.responses('gpt-5-mini')]];

async function lerStream(modelo: LanguageModelV4, opcoes: LanguageModelV4CallOptions): Promise<readonly LanguageModelV4StreamPart[]> {
  const partes: LanguageModelV4StreamPart[] = [];
  const { stream } = await modelo.doStream(opcoes);
  for await (const parte of stream) partes.push(parte);
  return partes;
}

describe('the protocol, by the client the product uses', () => {
  it('answers text, whole and streamed, with its usage, in both APIs', async () => {
    for (const [api, modelo] of modelos()) {
      const dito = `A garantia é de 5 % (${api}), conforme o item 12.3 do edital.`;
      s.script({ rota: api as 'chat', vezes: 2 }, { texto: dito });
      const inteira = await modelo.doGenerate(pergunta('Qual a garantia?'));
      expect(inteira.content).toEqual([expect.objectContaining({ type: 'text', text: dito })]);
      expect(inteira.finishReason.unified).toBe('stop');
      expect(inteira.usage.inputTokens.total).toBe(s.ledger.at(-1)!.promptTokens);
      expect(inteira.usage.outputTokens.total).toBe(Math.ceil(dito.length / 4));
      const partes = await lerStream(modelo, pergunta('Qual a garantia?'));
      expect(partes.filter((p) => p.type === 'text-delta').map((p) => p.delta).join('')).toBe(dito);
      expect(partes.filter((p) => p.type === 'text-delta').length).toBeGreaterThan(1);
      expect(partes.at(-1)).toMatchObject({ type: 'finish', finishReason: { unified: 'stop' }, usage: { inputTokens: { total: inteira.usage.inputTokens.total }, outputTokens: { total: inteira.usage.outputTokens.total } } });
    }
  });

  it('gives JSON of the schema asked, its smallest when nobody says what', async () => {
    for (const [api, modelo] of modelos()) {
      s.script({ rota: api as 'chat', vez: 2 }, { json: { encontrado: true, itens: ['“5%”'] } });
      const pedir = async (): Promise<unknown> => {
        const { content } = await modelo.doGenerate({ ...pergunta('Qual?'), responseFormat: { type: 'json', name: 'resposta', schema: ESQUEMA } });
        return JSON.parse(content.map((c) => (c.type === 'text' ? c.text : '')).join(''));
      };
      expect([await pedir(), await pedir()]).toEqual([{ encontrado: false, itens: [] }, { encontrado: true, itens: ['“5%”'] }]);
      const aberto = { ...ESQUEMA, required: ['encontrado'] };
      await expect(modelo.doGenerate({ ...pergunta('Qual?'), responseFormat: { type: 'json', name: 'resposta', schema: aberto } })).rejects.toMatchObject({ statusCode: 400, message: expect.stringContaining("Missing 'itens'") });
    }
  });

  it('calls a tool and goes on from its result, whole and streamed', async () => {
    for (const [api, modelo] of modelos()) {
      s.script({ rota: api as 'chat', vezes: 2 }, { ferramentas: [{ nome: 'buscar_trechos', argumentos: { consulta: 'garantia' } }] });
      const opcoes: LanguageModelV4CallOptions = { ...pergunta('Qual?'), tools: [FERRAMENTA] };
      const { content, finishReason } = await modelo.doGenerate(opcoes);
      const chamada = content.find((c) => c.type === 'tool-call')!;
      expect([chamada, finishReason.unified]).toEqual([expect.objectContaining({ toolName: 'buscar_trechos', input: '{"consulta":"garantia"}' }), 'tool-calls']);
      expect(await lerStream(modelo, opcoes)).toContainEqual(expect.objectContaining({ type: 'tool-call', input: '{"consulta":"garantia"}' }));
      let vistas: unknown = null;
      s.script({ rota: api as 'chat' }, (p) => {
        vistas = p.mensagens.map((m) => [m.papel, m.texto, m.chamadas.map((c) => c.nome), m.chamadaId]);
        return { texto: 'ok' };
      });
      await modelo.doGenerate({
        ...opcoes,
        prompt: [...opcoes.prompt, { role: 'assistant', content: [{ ...chamada, input: { consulta: 'garantia' }, providerOptions: chamada.providerMetadata }] }, { role: 'tool', content: [{ type: 'tool-result', toolCallId: chamada.toolCallId, toolName: 'buscar_trechos', output: { type: 'text', value: '<trechos/>' } }] }],
      });
      expect(vistas).toEqual([['system', 'Responda.', [], null], ['user', 'Qual?', [], null], ['assistant', '', ['buscar_trechos'], null], ['tool', '<trechos/>', [], chamada.toolCallId]]);
    }
  });

  it('embeds: the size asked, equal texts equal vectors, near texts near', async () => {
    const embed = async (values: string[], dimensions?: number): Promise<readonly number[][]> => (await openai.embedding('text-embedding-3-small').doEmbed({ values, ...(dimensions ? { providerOptions: { openai: { dimensions } } } : {}) })).embeddings;
    const [a, b, c, igual] = await embed(['A contratada prestará garantia de execução de 5% do valor do contrato.', 'Qual o percentual da garantia de execução contratual?', 'O pregão será aberto em sessão pública pela internet.', 'A contratada prestará garantia de execução de 5% do valor do contrato.'], 256);
    const perto = (x: readonly number[], y: readonly number[]): number => x.reduce((t, v, i) => t + v * y[i]!, 0);
    expect([a!.length, igual]).toEqual([256, a]);
    expect(perto(a!, a!)).toBeCloseTo(1, 4);
    expect(perto(a!, b!)).toBeGreaterThan(perto(a!, c!) + 0.2);
    expect((await embed(['x']))[0]).toHaveLength(1536);
    const [bruta] = ((await (await fetch(`${s.url}/embeddings`, { method: 'POST', headers: { authorization: 'Bearer certa', 'content-type': 'application/json' }, body: JSON.stringify({ model: 'm', input: 'x', dimensions: 32, encoding_format: 'base64' }) })).json()) as { data: { embedding: string }[] }).data;
    expect(Buffer.from(bruta!.embedding, 'base64')).toHaveLength(32 * 4);
  });

  it('refuses as OpenAI does: key, model, route, body', async () => {
    await expect(createOpenAI({ baseURL: s.url, apiKey: 'errada' }).chat('gpt-5-mini').doGenerate(pergunta('oi'))).rejects.toMatchObject({ statusCode: 401, isRetryable: false, data: { error: { code: 'invalid_api_key', type: 'invalid_request_error' } } });
    const post = async (caminho: string, corpo: string): Promise<readonly [number, unknown]> => {
      const r = await fetch(s.url + caminho, { method: 'POST', headers: { authorization: 'Bearer certa' }, body: corpo });
      return [r.status, ((await r.json()) as { error: { code: string | null } }).error.code];
    };
    expect(await post('/chat/completions', '{')).toEqual([400, null]);
    expect(await post('/chat/completions', '{"model":"m"}')).toEqual([400, 'missing_required_parameter']);
    expect(await post('/chat/completions', JSON.stringify({ model: 'gpt-5', messages: [{ role: 'user', content: 'x' }], max_tokens: 5 }))).toEqual([400, 'unsupported_parameter']);
    expect(await post('/embeddings', JSON.stringify({ model: 'm', input: Array.from({ length: 2049 }, () => 'x') }))).toEqual([400, 'array_above_max_length']);
    expect(await post('/embeddings', JSON.stringify({ model: 'm', input: ['x'.repeat(40_000)] }))).toEqual([400, 'context_length_exceeded']);
    expect(await post('/nada', '{}')).toEqual([404, null]);
    expect(await (await fetch(`${s.url}/models`, { headers: { authorization: 'Bearer certa' } })).json()).toMatchObject({ object: 'list', data: [{ object: 'model' }, {}] });
  });

  it('writes every request down, also in a file, with what was asked again recognised', async () => {
    const antes = s.ledger.length;
    const modelo = openai.chat('gpt-5-mini');
    await modelo.doGenerate(pergunta('a'));
    await modelo.doGenerate(pergunta('a'));
    await modelo.doGenerate(pergunta('b'));
    const linhas = s.ledger.slice(antes);
    expect(linhas.map((l) => [l.rota, l.modelo, l.status, l.falha, l.abortado])).toEqual(linhas.map(() => ['chat', 'gpt-5-mini', 200, null, false]));
    expect([linhas[0]!.impressao === linhas[1]!.impressao, linhas[0]!.impressao === linhas[2]!.impressao]).toEqual([true, false]);
    expect(JSON.parse(linhas[2]!.corpo!)).toMatchObject({ model: 'gpt-5-mini' });
    const arquivo = readFileSync(join(pasta, 'ledger.jsonl'), 'utf8').trim().split('\n').map((l) => JSON.parse(l) as { n: number });
    expect(arquivo.map((l) => l.n)).toEqual(expect.arrayContaining(linhas.map((l) => l.n)));
  });

  it('cuts what is longer than asked', async () => {
    s.script({}, { texto: 'x'.repeat(4000) });
    const { content, finishReason } = await openai.chat('gpt-5-mini').doGenerate({ ...pergunta('a'), maxOutputTokens: 100 });
    expect([content, finishReason.unified]).toEqual([[expect.objectContaining({ text: 'x'.repeat(400) })], 'length']);
  });
});
