import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Turno } from '../../src/perguntas/conversa/resposta.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { createLicitacao, SEM_THREADS } from '../support/licitacao.js';
import { createLida, parseEventos } from './apoio.js';

describe('questions by HTTP, without a model', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  let id: string;
  const ask = (corpo: object, { de = id, quem = cliente, headers = {} }: { de?: string; quem?: Cliente; headers?: Record<string, string> } = {}) =>
    t.app.inject({ method: 'POST', url: `/v1/licitacoes/${de}/perguntas`, payload: corpo, headers: { ...quem.cabecalhos, ...headers } });
  const answer = async (corpo: object): Promise<Turno> => {
    const r = await ask(corpo);
    if (r.statusCode !== 200) throw new Error(r.body);
    return r.json<Turno>();
  };
  const get = (rota: string, quem = cliente) => t.app.inject({ method: 'GET', url: `/v1/licitacoes/${id}/${rota}`, headers: quem.cabecalhos });

  beforeAll(async () => {
    t = await startApp(SEM_THREADS);
    cliente = await t.createCliente();
    id = await createLida(t, cliente);
  });
  afterAll(() => t.close());

  it('answers with the quote, its page, and why there is no model', async () => {
    const r = await answer({ pergunta: 'Qual o percentual da garantia de proposta?' });
    expect(r).toMatchObject({ encontrado: true, afirmacoes: [], modelo: null, descartadas: [], uso: null, perguntaEntendida: null, empresaId: null });
    expect(r.citacoes[0]).toMatchObject({ documento: 'Edital.pdf', pagina: 6, trecho: expect.stringContaining('1% (um por cento)') });
    expect(r.motivoSemModelo).toMatch(/nenhum modelo/i);
    expect(r.id).toMatch(/^per_/);
  });

  it('says what the edital does not tell', async () => {
    const r = await answer({ pergunta: 'Quem ganhou a licitação do ano passado e por quanto?' });
    expect(r).toMatchObject({ encontrado: false, citacoes: [], trechos: [] });
    expect(r.resposta).toMatch(/^Não encontrado no edital/);
  });

  it('completes a question from the one before, and remembers both', async () => {
    const primeira = await answer({ pergunta: 'Em quantos dias é paga a primeira parcela?' });
    const segunda = await answer({ pergunta: 'e a segunda?', conversaId: primeira.conversaId });
    expect(segunda).toMatchObject({ conversaId: primeira.conversaId, perguntaEntendida: 'Em quantos dias é paga a segunda parcela?' });
    expect(segunda.citacoes.map((c) => c.trecho).join()).toContain('45 (quarenta e cinco) dias');
    const lida = (await get(`conversas/${primeira.conversaId}`)).json<{ titulo: string; perguntas: number; turnos: Turno[] }>();
    expect(lida).toMatchObject({ titulo: 'Em quantos dias é paga a primeira parcela?', perguntas: 2 });
    expect(lida.turnos).toEqual([primeira, segunda]);
  });

  it('tells on a stream what it does, and ends with the same object', async () => {
    const r = await ask({ pergunta: 'Onde os móveis serão entregues?' }, { headers: { accept: 'text/event-stream', 'idempotency-key': 'fluxo-1' } });
    expect([r.statusCode, r.headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
    const eventos = parseEventos(r.body);
    expect(eventos.map((e) => e.tipo)).toEqual(['andamento', 'trechos', 'resposta']);
    const final = eventos.at(-1)!.dados as unknown as Turno;
    expect(final.citacoes[0]?.trecho).toContain('almoxarifado central');
    expect((await get(`conversas/${final.conversaId}`)).json<{ turnos: Turno[] }>().turnos).toEqual([final]);
    // The same key again: the answer alone, and no other turn.
    const outra = await ask({ pergunta: 'Onde os móveis serão entregues?' }, { headers: { accept: 'text/event-stream', 'idempotency-key': 'fluxo-1' } });
    expect([outra.statusCode, outra.headers['idempotency-replayed'], parseEventos(outra.body)]).toEqual([200, 'true', [eventos.at(-1)]]);
  });

  it('keeps one answer of a request that is repeated', async () => {
    const headers = { 'idempotency-key': 'json-1' };
    const [a, b] = [await ask({ pergunta: 'Há visita técnica?' }, { headers }), await ask({ pergunta: 'Há visita técnica?' }, { headers })];
    expect(b.json<Turno>()).toEqual(a.json<Turno>());
    expect((await ask({ pergunta: 'Há amostra?' }, { headers })).json()).toMatchObject({ codigo: 'idempotencia_conflitante' });
  });

  it('refuses what cannot be answered, before any stream', async () => {
    const vazia = await createLicitacao(t, cliente);
    const codigo = async (r: Promise<{ json: <T>() => T; statusCode: number }>) => [(await r).statusCode, (await r).json<{ codigo: string }>().codigo];
    expect(await codigo(ask({ pergunta: 'Qual o objeto?' }, { de: vazia, headers: { accept: 'text/event-stream' } }))).toEqual([409, 'sem_arquivos']);
    expect(await codigo(ask({ pergunta: '   ' }))).toEqual([422, 'dados_invalidos']);
    expect(await codigo(ask({ pergunta: 'x'.repeat(2001) }))).toEqual([422, 'dados_invalidos']);
    expect(await codigo(ask({ pergunta: 'Qual o objeto?', empresaId: 'emp_01JD0000000000000000000000' }))).toEqual([404, 'empresa_nao_encontrada']);
    expect(await codigo(ask({ pergunta: 'Qual o objeto?', conversaId: 'cnv_01JD0000000000000000000000' }))).toEqual([404, 'conversa_nao_encontrada']);
    expect(await codigo(ask({ pergunta: 'Qual o objeto?', segredo: 1 }))).toEqual([422, 'dados_invalidos']);
    const longa = await answer({ pergunta: `${'Lemos o edital com atenção. '.repeat(60)}Qual o percentual da garantia de proposta?` });
    expect(longa.pergunta.length).toBeGreaterThan(1500);
  });

  it('is another organisation’s business to nobody, and another tender’s conversation to no tender', async () => {
    const { conversaId } = await answer({ pergunta: 'Qual o prazo de entrega?' });
    const outro = await t.createCliente();
    expect((await ask({ pergunta: 'Qual o objeto?' }, { quem: outro })).statusCode).toBe(404);
    expect([(await get('conversas', outro)).statusCode, (await get(`conversas/${conversaId}`, outro)).statusCode]).toEqual([404, 404]);
    const vizinha = await createLicitacao(t, cliente);
    expect((await t.app.inject({ method: 'GET', url: `/v1/licitacoes/${vizinha}/conversas/${conversaId}`, headers: cliente.cabecalhos })).statusCode).toBe(404);
    expect((await ask({ pergunta: 'e o local?', conversaId }, { de: vizinha })).json()).toMatchObject({ codigo: 'conversa_nao_encontrada' });
  });

  it('lists conversations, newest first, and erases one with the answers kept of it', async () => {
    const headers = { 'idempotency-key': 'apagada-1' };
    const { conversaId } = (await ask({ pergunta: 'Qual o prazo de validade da proposta?' }, { headers })).json<Turno>();
    const pagina = (await get('conversas?limite=1')).json<{ itens: { id: string; perguntas: number }[]; proximo: string | null }>();
    expect([pagina.itens.map((c) => [c.id, c.perguntas]), pagina.proximo]).toEqual([[[conversaId, 1]], conversaId]);
    const apagar = () => t.app.inject({ method: 'DELETE', url: `/v1/licitacoes/${id}/conversas/${conversaId}`, headers: cliente.cabecalhos });
    expect([(await apagar()).statusCode, (await apagar()).statusCode, (await get(`conversas/${conversaId}`)).statusCode]).toEqual([204, 404, 404]);
    const guardadas = await t.fonte.query<unknown[]>(`select 1 from alicit.idempotencia where organizacao_id = $1 and chave = 'apagada-1'`, [cliente.organizacaoId]);
    expect(guardadas).toEqual([]);
  });

  it('counts what came of them', async () => {
    const texto = (await t.app.inject({ method: 'GET', url: '/metrics' })).body;
    expect(texto).toMatch(/alicit_perguntas_total\{desfecho="nao_encontrada",modelo="nao"\} [1-9]/);
    expect(texto).toMatch(/alicit_perguntas_total\{desfecho="so_trechos",modelo="nao"\} [1-9]/);
    expect(texto).toMatch(/alicit_pergunta_duracao_segundos_count\{modelo="nao"\} [1-9]/);
    expect(texto).toContain('alicit_perguntas_em_curso 0');
  });
});
