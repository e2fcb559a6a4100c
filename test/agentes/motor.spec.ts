import { beforeAll, describe, expect, it } from '@jest/globals';
import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import { silenceTelemetria } from '../../src/config/index.js';
import { indisponivel } from '../../src/kernel/index.js';
import { DEFINICOES } from '../../src/agentes/definicoes.js';
import type { Motor } from '../../src/agentes/motor.js';

const USO = { inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 }, outputTokens: { total: 1, text: 1, reasoning: 0 } };
const texto = (t: string): LanguageModelV4GenerateResult => ({ content: [{ type: 'text', text: t }], finishReason: { unified: 'stop', raw: 'stop' }, usage: USO, warnings: [] });
const ferramenta = (nome: string, entrada: object, n = 1): LanguageModelV4GenerateResult => ({ content: Array.from({ length: n }, (_, i) => ({ type: 'tool-call' as const, toolCallId: `c${i}`, toolName: nome, input: JSON.stringify(entrada) })), finishReason: { unified: 'tool-calls', raw: 'tool_calls' }, usage: USO, warnings: [] });

/** A model that answers as told, and remembers what it was sent. */
function falso(responder: (opcoes: LanguageModelV4CallOptions, n: number) => LanguageModelV4GenerateResult | Promise<LanguageModelV4GenerateResult>): LanguageModelV4 & { readonly pedidos: LanguageModelV4CallOptions[] } {
  const pedidos: LanguageModelV4CallOptions[] = [];
  return {
    specificationVersion: 'v4', provider: 'falso', modelId: 'falso-1', supportedUrls: {}, pedidos,
    async doGenerate(opcoes) {
      pedidos.push(opcoes);
      return responder(opcoes, pedidos.length);
    },
    doStream: () => Promise.reject(new Error('no stream is asked for')),
  };
}
const SAIDA = { afirmacoes: [{ texto: 'Um ponto.', tipo: 'inventado', citacoes: [{ documento: 'D1', pagina: 1, trecho: 'trecho literal' }] }], ajustes: [] };

describe('the agents, in Mastra', () => {
  let motor: Motor;
  beforeAll(async () => {
    silenceTelemetria();
    motor = (await import('../../src/agentes/mastra/motor.js')).openMotor();
  });
  const sinal = new AbortController().signal;
  const mensagens = [{ role: 'user', content: '<dossie/>' }] as const;

  it('sends the instructions, the dossier, a strict schema and the one tool', async () => {
    const modelo = falso(() => texto(JSON.stringify(SAIDA)));
    const r = await motor.askAgente('juridico', { modelo, mensagens, sinal, buscar: () => Promise.resolve('') });
    // A kind that does not exist comes back as it was written: it is refused claim by claim, not with the whole answer.
    expect(r.saida).toEqual(SAIDA);
    const [p] = modelo.pedidos;
    expect(p!.prompt).toMatchObject([{ role: 'system', content: DEFINICOES.juridico.instrucoes }, { role: 'user', content: [{ type: 'text', text: '<dossie/>' }] }]);
    expect(p!.tools?.map((t) => t.name)).toEqual(['buscar_trechos']);
    expect(JSON.stringify(p!.tools)).not.toMatch(/licitacao|empresa/i);
    expect(p!.responseFormat).toMatchObject({ type: 'json', schema: { additionalProperties: false, properties: { afirmacoes: { items: { additionalProperties: false, properties: { tipo: { enum: ['exigencia', 'risco', 'oportunidade', 'recomendacao', 'observacao'] } } } } } } });
  });

  it('searches once, for what was asked and nothing else, then must answer', async () => {
    const consultas: string[] = [];
    const modelo = falso((_o, n) => (n === 1 ? ferramenta('buscar_trechos', { consulta: ` garantia ${'x'.repeat(900)}`, licitacaoId: 'lic_de_outro' }) : texto(JSON.stringify(SAIDA))));
    const r = await motor.askAgente('financeiro', { modelo, mensagens, sinal, buscar: (c) => (consultas.push(c), Promise.resolve('<trechos><trecho id="T9" documento="D1" pagina="2">achado</trecho></trechos>')) });
    expect(r.saida).toEqual(SAIDA);
    expect(consultas).toHaveLength(1);
    expect(consultas[0]!.length).toBeLessThanOrEqual(300);
    expect(JSON.stringify(modelo.pedidos[1]!.prompt)).toContain('achado');
    expect(modelo.pedidos[1]!.toolChoice).toEqual({ type: 'none' });
  });

  it('one that only searches gives nothing, and stops', async () => {
    const modelo = falso(() => ferramenta('buscar_trechos', { consulta: 'mais' }));
    expect((await motor.askAgente('financeiro', { modelo, mensagens, sinal, buscar: () => Promise.resolve('') })).saida).toBeNull();
    expect(modelo.pedidos).toHaveLength(2);
  });

  it('a second question has no tool', async () => {
    const modelo = falso(() => texto(JSON.stringify(SAIDA)));
    await motor.askAgente('financeiro', { modelo, mensagens: [...mensagens, { role: 'assistant', content: '{}' }, { role: 'user', content: '<recusadas/>' }], sinal });
    expect(modelo.pedidos[0]!.tools ?? []).toEqual([]);
    expect(modelo.pedidos[0]!.prompt.map((m) => m.role)).toEqual(['system', 'user', 'assistant', 'user']);
  });

  it.each([['not JSON', 'isto não é json'], ['another shape', '{"afirmacoes":[{"texto":1}]}'], ['cut', '{"afirmacoes":[{"texto":"Um'], ['nothing', '']])('tells an answer that cannot be read from a failure: %s', async (_caso, dito) => {
    expect(await motor.askAgente('juridico', { modelo: falso(() => texto(dito)), mensagens, sinal })).toEqual({ saida: null, texto: dito });
  });

  it('an answer that ended by its length cannot be read either; what else Mastra stumbles on is the answer’s, not ours', async () => {
    const cortado: LanguageModelV4GenerateResult = { ...texto('{"afirmacoes":[{"texto":"Um'), finishReason: { unified: 'length', raw: 'length' } };
    expect(await motor.askAgente('juridico', { modelo: falso(() => cortado), mensagens, sinal })).toEqual({ saida: null, texto: '{"afirmacoes":[{"texto":"Um' });
    const torta: LanguageModelV4GenerateResult = { ...texto('{}'), finishReason: { unified: 'error', raw: 'inventado' } };
    await expect(motor.askAgente('juridico', { modelo: falso(() => torta), mensagens, sinal })).rejects.toMatchObject({ name: 'RespostaIlegivel' });
  });

  it('throws the model’s own error, and the reason of a stop', async () => {
    const erro = indisponivel('orcamento_esgotado', 'Acabou.');
    await expect(motor.askRelator({ modelo: falso(() => Promise.reject(erro)), mensagens, sinal })).rejects.toBe(erro);
    const fim = new AbortController();
    const parado = new Error('parado');
    const preso = falso((o) => new Promise((_r, rejeita) => {
      o.abortSignal?.addEventListener('abort', () => rejeita(o.abortSignal!.reason as Error));
      fim.abort(parado);
    }));
    await expect(motor.askRelator({ modelo: preso, mensagens, sinal: fim.signal })).rejects.toBe(parado);
  });
});
