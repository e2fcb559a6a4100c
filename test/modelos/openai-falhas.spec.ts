import { createOpenAI, type OpenAIProvider } from '@ai-sdk/openai';
import { APICallError, type LanguageModelV4CallOptions, type LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { FALHAS, startOpenAiServer, type NomeFalha, type OpenAiServer } from '../support/openai-server/index.ts';

let s: OpenAiServer;
let openai: OpenAIProvider;
beforeAll(async () => {
  s = await startOpenAiServer({ ritmo: { lentidaoMs: 40, penduradaMs: 60, esperaMs: 1500 }, responder: () => ({ json: { afirmacoes: [{ texto: 'x'.repeat(300), pagina: 3 }], pontos: 4 } }) });
  openai = createOpenAI({ baseURL: s.url, apiKey: 'x' });
});
afterAll(() => s.close());
afterEach(() => {
  s.clear();
  s.set(0);
});

const ESQUEMA: LanguageModelV4CallOptions['responseFormat'] = { type: 'json', name: 'r', schema: { type: 'object', properties: { pontos: { type: 'number' } }, required: ['pontos'], additionalProperties: false } };
const FERRAMENTA = { type: 'function' as const, name: 'buscar_trechos', inputSchema: { type: 'object' as const, properties: { consulta: { type: 'string' as const } }, required: ['consulta'], additionalProperties: false } };
const opcoes: LanguageModelV4CallOptions = { prompt: [{ role: 'user', content: [{ type: 'text', text: 'Qual o prazo?' }] }], responseFormat: ESQUEMA, tools: [FERRAMENTA] };
const gerar = (abortSignal?: AbortSignal): ReturnType<ReturnType<OpenAIProvider['chat']>['doGenerate']> => Promise.resolve(openai.chat('gpt-5-mini').doGenerate({ ...opcoes, abortSignal }));
const falha = async (nome: NomeFalha): Promise<unknown> => {
  s.script({ rota: 'chat' }, nome);
  return gerar().then((r) => r, (e: unknown) => e);
};
/** No answer: whatever error the client makes of it. */
const falhou = async (nome: NomeFalha): Promise<boolean> => {
  s.script({ rota: 'chat' }, nome);
  return gerar().then(() => false, () => true);
};
const partesDoStream = async (modelo = openai.chat('gpt-5-mini')): Promise<readonly LanguageModelV4StreamPart[]> => {
  const partes: LanguageModelV4StreamPart[] = [];
  const { stream } = await modelo.doStream(opcoes);
  for await (const parte of stream) partes.push(parte);
  return partes;
};

describe('faults of the network, as the client sees them', () => {
  it.each<[NomeFalha, number, boolean, Readonly<Record<string, string>>]>([
    ['limite_segundos', 429, true, { 'retry-after': '2' }], ['limite_ms', 429, true, { 'retry-after-ms': '1500' }], ['limite_data', 429, true, {}], ['limite_sem_espera', 429, true, {}], ['sem_credito', 429, false, {}], ['erro_500', 500, true, {}],
    ['erro_502_html', 502, true, { 'content-type': 'text/html; charset=utf-8' }], ['erro_503', 503, true, {}], ['contexto_excedido', 400, false, {}], ['html_200', 200, false, {}], ['json_invalido', 200, false, {}], ['corpo_truncado', 200, false, {}],
  ])('%s: status %s, worth trying again: %s', async (nome, status, deNovo, cabecalhos) => {
    const erro = await falha(nome);
    expect(APICallError.isInstance(erro)).toBe(true);
    const e = erro as APICallError;
    expect([e.statusCode, nome === 'sem_credito' ? false : e.isRetryable]).toEqual([status, deNovo]);
    expect(e.responseHeaders ?? {}).toMatchObject(cabecalhos);
    expect(s.ledger.at(-1)).toMatchObject({ falha: nome, status });
  });

  it('is slow, hangs until the client gives up, dies in the middle', async () => {
    const inicio = performance.now();
    expect(await falha('lenta')).toMatchObject({ finishReason: { unified: 'stop' } });
    expect(performance.now() - inicio).toBeGreaterThanOrEqual(35);
    s.script({}, 'pendurada');
    await expect(gerar(AbortSignal.timeout(30))).rejects.toThrow();
    for (const nome of ['pendurada', 'conexao_cortada', 'cortada_no_meio', 'stream_sem_fim'] as const) expect([nome, await falhou(nome)]).toEqual([nome, true]);
    for (let i = 0; i < 200 && s.ledger.some((l) => l.fim === null); i++) await new Promise((pronto) => setTimeout(pronto, 5));
    expect(s.ledger.slice(-5).map((l) => [l.falha, l.abortado])).toEqual([['pendurada', true], ['pendurada', true], ['conexao_cortada', true], ['cortada_no_meio', true], ['stream_sem_fim', true]]);
  });

  it('cuts, breaks and never ends a stream', async () => {
    for (const nome of ['cortada_no_meio', 'stream_sem_fim'] as const) {
      s.script({}, nome);
      const fim = await partesDoStream().then((p) => p.find((x) => x.type === 'error') ?? 'ended', (e: unknown) => e);
      expect(fim).not.toBe('ended');
    }
    for (const modelo of [openai.chat('gpt-5-mini'), openai.responses('gpt-5-mini')]) {
      for (const nome of ['json_invalido', 'erro_no_stream'] as const) {
        s.script({}, nome);
        expect(await partesDoStream(modelo as ReturnType<OpenAIProvider['chat']>)).toContainEqual(expect.objectContaining({ type: 'error' }));
      }
    }
  });
});

describe('faults of form', () => {
  const texto = async (nome: NomeFalha): Promise<readonly [string, string]> => {
    const r = (await falha(nome)) as Awaited<ReturnType<typeof gerar>>;
    return [r.content.map((c) => (c.type === 'text' ? c.text : c.type === 'tool-call' ? `${c.toolName}:${c.input}` : '')).join('|'), r.finishReason.unified];
  };
  const ehJson = (t: string): boolean => {
    try {
      return typeof JSON.parse(t) === 'object';
    } catch {
      return false;
    }
  };

  it.each<[NomeFalha, string, boolean]>([['json_truncado', 'length', false], ['json_truncado_calado', 'stop', false], ['json_fora_do_esquema', 'stop', true], ['json_tipos_trocados', 'stop', true], ['json_cercado', 'stop', false], ['texto_em_vez_de_json', 'stop', false], ['filtro_de_conteudo', 'content-filter', false], ['mensagem_vazia', 'stop', false], ['recusa', 'stop', false], ['resposta_enorme', 'stop', false]])('%s ends with %s', async (nome, fim, valido) => {
    const [dito, unified] = await texto(nome);
    expect([unified, ehJson(dito), s.ledger.at(-1)!.falha]).toEqual([fim, valido, nome]);
    if (nome === 'mensagem_vazia' || nome === 'recusa') expect(dito).toBe('');
    if (nome === 'resposta_enorme') expect(dito.length).toBeGreaterThan(1_000_000);
  });

  it.each<[NomeFalha, RegExp]>([['ferramenta_argumentos_invalidos', /^buscar_trechos:\{"consulta": "prazo de$/], ['ferramenta_argumentos_errados', /etc\/passwd/], ['ferramenta_inexistente', /^enviar_email:/], ['ferramenta_sem_fim', /^buscar_trechos:/], ['ferramenta_em_rajada', /^(?:buscar_trechos:\{"consulta":"garantia \d+"\}\|?){12}$/]])('%s', async (nome, padrao) => {
    expect(await texto(nome)).toEqual([expect.stringMatching(padrao), 'tool-calls']);
  });

  it('refuses in a stream too', async () => {
    s.script({}, 'recusa');
    expect((await partesDoStream()).filter((p) => p.type === 'text-delta')).toEqual([]);
    expect(s.ledger.at(-1)!.resposta).toMatch(/can't assist/);
  });
});

describe('faults of embeddings', () => {
  const VALORES = ['garantia de execução', 'prazo de pagamento', 'visita técnica'];
  const embutir = (): Promise<readonly (readonly number[])[]> => Promise.resolve(openai.embedding('text-embedding-3-small').doEmbed({ values: VALORES, providerOptions: { openai: { dimensions: 32 } } })).then((r) => r.embeddings);

  it.each<[NomeFalha, (v: readonly (readonly number[])[]) => boolean]>([
    ['vetor_curto', (v) => v.every((x) => x.length === 25)], ['vetor_curto_um', (v) => v.map((x) => x.length).join() === '32,32,16'], ['vetor_vazio', (v) => v.every((x) => !x.length)], ['vetor_zero', (v) => v.flat().every((x) => x === 0)], ['vetores_a_menos', (v) => v.length === 2],
  ])('%s arrives as it is', async (nome, confere) => {
    s.script({ rota: 'embeddings' }, nome);
    expect(confere(await embutir())).toBe(true);
  });

  it.each<[NomeFalha]>([['vetor_nan'], ['vetor_nulo'], ['vetor_infinito']])('%s is refused by the client', async (nome) => {
    s.script({ rota: 'embeddings' }, nome);
    await expect(embutir()).rejects.toThrow();
  });

  it('gives the right index in the wrong order, and NaN in base64', async () => {
    const certa = await embutir();
    s.script({ rota: 'embeddings' }, 'vetores_fora_de_ordem');
    expect(await embutir()).toEqual([...certa].reverse());
    s.script({ rota: 'embeddings' }, 'vetor_nulo');
    const { data } = (await (await fetch(`${s.url}/embeddings`, { method: 'POST', body: JSON.stringify({ model: 'm', input: 'x', dimensions: 4, encoding_format: 'base64' }) })).json()) as { data: { embedding: string }[] };
    expect(Buffer.from(data[0]!.embedding, 'base64').readFloatLE(0)).toBeNaN();
    s.script({ rota: 'embeddings' }, 'vetores_sem_uso');
    expect(await embutir()).toEqual(certa);
  });
});

describe('when faults come', () => {
  it('by place, model and text; each script as many times as said; a fault of another kind waits for its route', async () => {
    s.script({ texto: /prazo/, vez: 2, vezes: 2 }, 'erro_500');
    s.script({ modelo: 'outro' }, 'erro_503');
    s.script({}, 'vetor_vazio');
    const vistos: (number | string)[] = [];
    for (let i = 0; i < 4; i++) vistos.push(await gerar().then(() => 200, (e: APICallError) => e.statusCode!));
    vistos.push(await openai.chat('outro').doGenerate(opcoes).then(() => 200, (e: APICallError) => e.statusCode!));
    vistos.push(((await openai.embedding('m').doEmbed({ values: ['a'] })).embeddings[0]!.length));
    expect(vistos).toEqual([200, 500, 500, 200, 503, 0]);
  });

  it('by chance, the same for the same seed, and passing when asked again', async () => {
    const rodar = async (): Promise<readonly (string | null)[]> => {
      const servidor = await startOpenAiServer({ falhas: { probabilidade: 0.5, semente: 7, nomes: ['erro_500', 'erro_503'] } });
      for (let i = 0; i < 24; i++) await fetch(`${servidor.url}/chat/completions`, { method: 'POST', body: JSON.stringify({ model: 'm', messages: [{ role: 'user', content: `pergunta ${i % 8}` }] }) });
      await servidor.close();
      return servidor.ledger.map((l) => l.falha);
    };
    const [a, b] = [await rodar(), await rodar()];
    expect(a).toEqual(b);
    expect([a.includes(null), a.includes('erro_500'), a.includes('erro_503')]).toEqual([true, true, true]);
  });

  it('are at least forty, none twice', () => {
    expect(FALHAS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(FALHAS.map((f) => f.nome)).size).toBe(FALHAS.length);
  });
});
