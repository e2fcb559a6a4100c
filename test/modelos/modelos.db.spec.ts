import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BancoDeTeste } from '../support/postgres.js';
import { startOpenAiServer, type OpenAiServer } from '../support/openai-server/index.js';
import { CHAVE, createContexto, createPergunta, readStream, openBancoDeModelos, openProcesso, textOf, type ProcessoDeTeste } from './apoio.js';

describe('calls of models', () => {
  let banco: BancoDeTeste;
  let servidor: OpenAiServer;
  let um: ProcessoDeTeste;
  let outro: ProcessoDeTeste;
  beforeAll(async () => {
    banco = await openBancoDeModelos();
    servidor = await startOpenAiServer({ chave: CHAVE, responder: (p) => ({ texto: `ouvi: ${p.mensagens.at(-1)!.texto}` }), ritmo: { esperaMs: 20, penduradaMs: 3000, lentidaoMs: 50 } });
    [um, outro] = await Promise.all([openProcesso(banco.url, servidor.url), openProcesso(banco.url, servidor.url)]);
  });
  afterAll(async () => {
    await Promise.all([um.close(), outro.close(), servidor.close()]);
    await banco.drop();
  });
  beforeEach(() => {
    servidor.clear();
    servidor.setLatencia(0);
  });

  const asked = async (fazer: () => Promise<unknown>): Promise<number> => {
    const antes = servidor.ledger.length;
    await fazer();
    return servidor.ledger.length - antes;
  };
  const codigoDe = async (feita: PromiseLike<unknown>): Promise<unknown> => await feita.then(() => 'ok', (e: { codigo?: string; detalhes?: Record<string, unknown>; name: string }) => ({ codigo: e.codigo ?? e.name, ...e.detalhes }));

  it('answers, writes down what it cost, and answers the same again without asking', async () => {
    const contexto = createContexto();
    const feito = await um.modelos.chat(contexto).doGenerate(createPergunta('qual o prazo?'));
    expect(textOf(feito.content)).toBe('ouvi: qual o prazo?');
    expect(contexto.feitas).toMatchObject([{ finalidade: 'pergunta', modelo: 'gpt-5-mini', deCache: false, reserva: false, tentativas: 1 }]);
    expect(contexto.feitas[0]!.tokensEntrada).toBeGreaterThan(0);
    expect(Number(contexto.feitas[0]!.custoUsd)).toBeGreaterThan(0);
    expect(await asked(async () => {
      for (const p of [um, outro]) expect(textOf((await p.modelos.chat(contexto).doGenerate(createPergunta('qual o prazo?'))).content)).toBe('ouvi: qual o prazo?');
      expect((await readStream(outro.modelos.chat(contexto), 'qual o prazo?')).map((p) => p.type)).toEqual(['stream-start', 'text-start', 'text-delta', 'text-end', 'finish']);
    })).toBe(0);
    expect(contexto.feitas.slice(1)).toMatchObject([{ deCache: true, custoUsd: '0' }, { deCache: true }, { deCache: true }]);
    const linhas = await um.fonte.query('select finalidade, tentativas, desfecho, tokens_entrada from alicit.modelo_chamada where trabalho_id = $1', [contexto.trabalhoId]);
    expect(linhas).toEqual([{ finalidade: 'pergunta', tentativas: 1, desfecho: 'ok', tokens_entrada: contexto.feitas[0]!.tokensEntrada }]);
  });

  it('pays once for equal calls at once, in one process and in two', async () => {
    servidor.setLatencia(150);
    const contexto = createContexto();
    expect(await asked(() => Promise.all([um, um, um, outro, outro].map((p) => p.modelos.chat(contexto).doGenerate(createPergunta('ao mesmo tempo')))))).toBe(1);
    expect(contexto.feitas.filter((c) => !c.deCache)).toHaveLength(1);
  });

  it('asks again for another organisation, prompt version or question', async () => {
    expect(await asked(async () => {
      for (const c of [createContexto(), createContexto({ versaoPrompt: '2' })]) await um.modelos.chat(c).doGenerate(createPergunta('a mesma'));
      await um.modelos.chat(createContexto()).doGenerate(createPergunta('a mesma!'));
    })).toBe(3);
  });

  it.each(['limite_segundos', 'limite_ms', 'erro_500', 'erro_502_html', 'erro_503', 'conexao_cortada'] as const)('asks again after %s', async (falha) => {
    servidor.script({ rota: 'chat', texto: `depois de ${falha}` }, falha);
    const contexto = createContexto();
    expect(textOf((await um.modelos.chat(contexto).doGenerate(createPergunta(`depois de ${falha}`))).content)).toContain(falha);
    expect(contexto.feitas).toMatchObject([{ tentativas: 2 }]);
  });

  it('makes vectors of length 1, once for each text, whoever asks', async () => {
    const contexto = createContexto({ finalidade: 'trechos' });
    const textos = ['garantia de execução', 'prazo de entrega', 'garantia de execução'];
    const vetores = await um.modelos.embed(textos, contexto);
    expect(vetores).toHaveLength(3);
    expect(vetores[0]).toBe(vetores[2]);
    for (const v of vetores) expect(Math.hypot(...v)).toBeCloseTo(1, 5);
    expect(servidor.ledger.at(-1)).toMatchObject({ rota: 'embeddings', textos: 2 });
    expect(await asked(async () => {
      const [a] = await outro.modelos.embed(['prazo de entrega'], contexto);
      expect(a).toEqual(vetores[1]);
    })).toBe(0);
  });

  it('says that the key was refused, and never shows it', async () => {
    const errado = await openProcesso(banco.url, servidor.url, { OPENAI_API_KEY: 'sk-errada-999999999999', ALICIT_MODEL_FALLBACK: 'gpt-4o-mini' });
    expect(await asked(async () => expect(await codigoDe(errado.modelos.chat(createContexto()).doGenerate(createPergunta('chave')))).toEqual({ codigo: 'modelo_indisponivel', causa: 'chave_recusada' }))).toBe(0);
    expect(errado.modelos.ultima).toMatchObject({ erro: 'chave_recusada' });
    await errado.close();
  });
});
