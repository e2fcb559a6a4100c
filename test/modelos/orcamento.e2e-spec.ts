import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { parseConfig } from '../../src/config/index.js';
import { Orcamento, type Limites } from '../../src/modelos/orcamento.service.js';
import { ModelosService, sweepModelos } from '../../src/modelos/modelos.module.js';
import { Respostas } from '../../src/modelos/respostas.service.js';
import { MetricasService } from '../../src/observacao/observacao.module.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { startOpenAiServer, type OpenAiServer } from '../support/openai-server/index.js';
import { CHAVE, createContexto, createPergunta, openProcesso, textOf, until, type ProcessoDeTeste } from './apoio.js';

const LARGO: Limites = { analise: 1e9, organizacaoDia: 1e9, dia: 1e9, maxChamadas: 1000 };
const MINUTO = 60_000;
const AMBIENTE = { ALICIT_MODEL_MAX_CHAMADAS: '5', ALICIT_ORCAMENTO_ORGANIZACAO: '500000', ALICIT_MODEL_MAX_SAIDA: '1000', ALICIT_MODEL_ESPERA_MS: '5' };

describe('budgets of models, and what is kept of an organisation', () => {
  let t: AppDeTeste;
  let servidor: OpenAiServer;
  let cliente: Cliente;
  let outro: ProcessoDeTeste;
  beforeAll(async () => {
    servidor = await startOpenAiServer({ chave: CHAVE, responder: (p) => ({ texto: `ouvi: ${p.mensagens.at(-1)!.texto}` }) });
    t = await startApp({ ALICIT_ROLE: 'api', OPENAI_API_KEY: CHAVE, OPENAI_BASE_URL: servidor.url, ...AMBIENTE });
    outro = await openProcesso(t.urlBanco, servidor.url, AMBIENTE);
  });
  afterAll(async () => {
    await Promise.all([outro.close(), servidor.close()]);
    await t.close();
  });
  beforeEach(async () => {
    servidor.clear();
    servidor.setLatencia(0);
    cliente = await t.createCliente();
  });

  const modelos = (): ModelosService => t.app.get(ModelosService);
  const codigoDe = async (feita: PromiseLike<unknown>): Promise<unknown> => await feita.then(() => 'ok', (e: { codigo?: string; detalhes?: Record<string, unknown> }) => ({ codigo: e.codigo, ...e.detalhes }));
  const spentBy = async (trabalhoId: string): Promise<{ tokens: number; chamadas: number }> => {
    const [linha] = await t.fonte.query<{ tokens: string; chamadas: number }[]>('select tokens, chamadas from alicit.modelo_consumo where chave = $1', [`t:${cliente.organizacaoId}:${trabalhoId}`]);
    return { tokens: Number(linha?.tokens ?? 0), chamadas: linha?.chamadas ?? 0 };
  };

  it('of 20 calls at once over two processes, only as many are made as the budget bears', async () => {
    const limites = { ...LARGO, analise: 1000 };
    const [a, b] = [new Orcamento(t.fonte, limites), new Orcamento(outro.fonte, limites)];
    const contexto = createContexto({ organizacaoId: cliente.organizacaoId });
    const feitas = await Promise.all(Array.from({ length: 20 }, async (_, i) => {
      const orcamento = i % 2 ? a : b;
      const reserva = await orcamento.reserve(contexto, { tokens: 300, chamadas: 1 }, MINUTO).catch((e: { codigo: string }) => e.codigo);
      if (typeof reserva === 'string') return reserva;
      expect((await spentBy(contexto.trabalhoId)).tokens).toBeLessThanOrEqual(1000);
      await orcamento.settle(reserva, 290);
      return 'feita';
    }));
    expect(feitas.filter((f) => f === 'feita')).toHaveLength(3);
    expect(feitas.filter((f) => f === 'orcamento_esgotado')).toHaveLength(17);
    expect(await spentBy(contexto.trabalhoId)).toEqual({ tokens: 870, chamadas: 3 });
  });

  it.each([
    ['trabalho', { analise: 100 }], ['chamadas', { maxChamadas: 0 }], ['organizacao', { organizacaoDia: 100 }], ['dia', { dia: 0 }],
  ] as const)('says that it is the budget of %s', async (escopo, limite) => {
    const contexto = createContexto({ organizacaoId: cliente.organizacaoId });
    expect(await codigoDe(new Orcamento(t.fonte, { ...LARGO, ...limite }).reserve(contexto, { tokens: 101, chamadas: 1 }, MINUTO))).toEqual({ codigo: 'orcamento_esgotado', escopo, limite: Object.values(limite)[0] });
  });

  it('what a dead process held comes back when its time is over; what is settled twice counts once', async () => {
    const orcamento = new Orcamento(t.fonte, { ...LARGO, analise: 100 });
    const contexto = createContexto({ organizacaoId: cliente.organizacaoId });
    await orcamento.reserve(contexto, { tokens: 80, chamadas: 1 }, 300);
    expect(await codigoDe(orcamento.reserve(contexto, { tokens: 80, chamadas: 1 }, MINUTO))).toMatchObject({ codigo: 'orcamento_esgotado' });
    await until(async () => (await codigoDe(orcamento.reserve(contexto, { tokens: 80, chamadas: 1 }, 1).then((r) => orcamento.settle(r, 0)))) === 'ok');
    const reserva = await orcamento.reserve(contexto, { tokens: 80, chamadas: 1 }, MINUTO);
    await Promise.all([orcamento.settle(reserva, 50), orcamento.settle(reserva, 50)]);
    expect((await spentBy(contexto.trabalhoId)).tokens).toBe(50);
  });

  it('a new day has a budget of its own; a piece of work does not', async () => {
    let agora = Date.parse('2026-03-01T23:59:00Z');
    const orcamento = new Orcamento(t.fonte, { ...LARGO, organizacaoDia: 100, analise: 150 }, () => agora);
    const contexto = createContexto({ organizacaoId: cliente.organizacaoId });
    await orcamento.settle(await orcamento.reserve(contexto, { tokens: 90, chamadas: 1 }, MINUTO), 90);
    expect(await codigoDe(orcamento.reserve(contexto, { tokens: 20, chamadas: 1 }, MINUTO))).toMatchObject({ escopo: 'organizacao' });
    agora += 2 * MINUTO;
    expect(await codigoDe(orcamento.reserve(contexto, { tokens: 90, chamadas: 1 }, MINUTO))).toMatchObject({ escopo: 'trabalho' });
    expect(await codigoDe(orcamento.reserve(contexto, { tokens: 50, chamadas: 1 }, MINUTO))).toBe('ok');
  });

  it('asks nothing once the calls of a piece of work are made, also after a restart; what is kept is free', async () => {
    const contexto = createContexto({ organizacaoId: cliente.organizacaoId });
    for (let i = 0; i < 5; i++) await modelos().chat(contexto).doGenerate(createPergunta(`pergunta ${String(i)}`));
    const antes = servidor.ledger.length;
    const reiniciado = await openProcesso(t.urlBanco, servidor.url, AMBIENTE);
    expect(await codigoDe(reiniciado.modelos.chat(contexto).doGenerate(createPergunta('mais uma')))).toEqual({ codigo: 'orcamento_esgotado', escopo: 'chamadas', limite: 5 });
    expect(textOf((await reiniciado.modelos.chat(contexto).doGenerate(createPergunta('pergunta 3'))).content)).toBe('ouvi: pergunta 3');
    expect(servidor.ledger).toHaveLength(antes);
    expect(await t.fonte.query('select 1 from alicit.modelo_reserva where organizacao_id = $1', [cliente.organizacaoId])).toEqual([]);
    expect(await reiniciado.metricas.registro.getSingleMetricAsString('alicit_modelos_orcamento_esgotado_total')).toContain('{escopo="chamadas"} 1');
    await reiniciado.close();
  });

  it('takes over the question of a process that died while asking, once its claim is over', async () => {
    const contexto = createContexto({ organizacaoId: cliente.organizacaoId });
    // The claim as a killed process leaves it, by the name the question has.
    await modelos().chat(contexto).doGenerate(createPergunta('de quem morreu'));
    await t.fonte.query(`update alicit.modelo_resposta set resposta = null, posse = 'morto', posse_ate = clock_timestamp() + interval '400 milliseconds' where organizacao_id = $1`, [cliente.organizacaoId]);
    const antes = servidor.ledger.length;
    const inicio = Date.now();
    const feitos = await Promise.all([modelos(), outro.modelos].map((m) => m.chat(contexto).doGenerate(createPergunta('de quem morreu'))));
    expect(Date.now() - inicio).toBeGreaterThanOrEqual(300);
    expect(feitos.map((f) => textOf(f.content))).toEqual(['ouvi: de quem morreu', 'ouvi: de quem morreu']);
    expect(servidor.ledger).toHaveLength(antes + 1);
  });

  it('an organisation erased while its answer comes leaves nothing behind', async () => {
    servidor.setLatencia(300);
    const contexto = createContexto({ organizacaoId: cliente.organizacaoId });
    const feita = Promise.resolve(modelos().chat(contexto).doGenerate(createPergunta('some')));
    await until(() => servidor.ledger.some((l) => l.corpo?.includes('some')));
    await t.fonte.query('delete from alicit.organizacao where id = $1', [cliente.organizacaoId]);
    expect(textOf((await feita).content)).toBe('ouvi: some');
    for (const tabela of ['modelo_resposta', 'modelo_chamada', 'modelo_consumo', 'modelo_reserva']) expect(await t.fonte.query(`select 1 from alicit.${tabela} where organizacao_id = $1`, [cliente.organizacaoId])).toEqual([]);
  });

  it('an answer of one organisation is not given to another', async () => {
    const vizinho = await t.createCliente();
    for (const { organizacaoId } of [cliente, vizinho]) await modelos().chat(createContexto({ organizacaoId })).doGenerate(createPergunta('de cada um'));
    expect(servidor.ledger.filter((l) => l.corpo?.includes('de cada um'))).toHaveLength(2);
    const chave = (await t.fonte.query<{ chave: string }[]>('select chave from alicit.modelo_resposta where organizacao_id = $1', [vizinho.organizacaoId]))[0]!.chave;
    expect(await new Respostas(t.fonte).find({ chave, organizacaoId: cliente.organizacaoId, trabalhoId: '', modelo: '', versaoPrompt: '' })).toBeNull();
  });

  it('the organisation sees what it used', async () => {
    const get = async (): Promise<Record<string, Record<string, unknown>>> => (await t.app.inject({ method: 'GET', url: '/v1/uso-de-modelos', headers: cliente.cabecalhos })).json();
    expect(await get()).toMatchObject({ configurado: true, hoje: { chamadas: 0, tokensEntrada: 0, custoUsd: '0' }, orcamento: { limite: 500_000, usado: 0, restante: 500_000 } });
    const contexto = createContexto({ organizacaoId: cliente.organizacaoId });
    await modelos().chat(contexto).doGenerate(createPergunta('quanto custa?'));
    await modelos().embed(['dez tokens de vetor contam um'], contexto);
    const [chat, vetor] = contexto.feitas;
    const tokens = chat!.tokensEntrada + chat!.tokensSaida + Math.ceil(vetor!.tokensEntrada / 10);
    expect(await spentBy(contexto.trabalhoId)).toEqual({ tokens: chat!.tokensEntrada + chat!.tokensSaida, chamadas: 1 });
    expect(await get()).toMatchObject({
      hoje: { chamadas: 2, tokensEntrada: chat!.tokensEntrada + vetor!.tokensEntrada, tokensSaida: chat!.tokensSaida, chamadasSemPreco: 0 }, mes: { chamadas: 2 }, orcamento: { usado: tokens, restante: 500_000 - tokens },
    });
  });

  it('what nobody uses is swept', async () => {
    const contexto = createContexto({ organizacaoId: cliente.organizacaoId });
    await modelos().chat(contexto).doGenerate(createPergunta('velha'));
    await modelos().embed(['velho'], contexto);
    await sweepModelos(t.fonte, 30);
    expect(await sweepModelos(t.fonte, 30)).toBe(0);
    for (const tabela of ['modelo_resposta', 'modelo_embedding']) await t.fonte.query(`update alicit.${tabela} set usado_em = now() - interval '29 days'`);
    const novo = await openProcesso(t.urlBanco, servidor.url);
    expect((await novo.modelos.embed(['velho'], contexto))[0]).toBeDefined();
    await novo.close();
    await t.fonte.query(`update alicit.modelo_resposta set usado_em = now() - interval '31 days'`);
    await t.fonte.query(`update alicit.modelo_embedding set usado_em = usado_em - interval '2 days'`);
    await sweepModelos(t.fonte, 30);
    expect(await t.fonte.query('select 1 from alicit.modelo_resposta')).toEqual([]);
    expect(await t.fonte.query('select count(*)::int as n from alicit.modelo_embedding')).toEqual([{ n: 1 }]);
  });
});

describe('without a key', () => {
  it('says so, and asks nothing', async () => {
    const semChave = new ModelosService(parseConfig({}, '.'), new DataSource({ type: 'postgres' }), new MetricasService());
    expect(semChave.configurado).toBe(false);
    expect(() => semChave.chat(createContexto())).toThrow(expect.objectContaining({ codigo: 'modelo_nao_configurado' }));
    await expect(semChave.embed(['x'], createContexto())).rejects.toMatchObject({ codigo: 'modelo_nao_configurado' });
  });
});
