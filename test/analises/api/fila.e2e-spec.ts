import { MetricasService } from '../../../src/observacao/observacao.module.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobsService } from '../../../src/jobs/jobs.module.js';
import { startApp, type AppDeTeste, type Cliente } from '../../support/app.js';
import { AGORA, EMPRESA, enviar, pedir } from '../apoio.js';

/** Moments that tell analyses of one edital apart. */
const momento = (n: number): string => `2026-11-10T10:00:${String(n).padStart(2, '0')}-03:00`;

/** A process that takes requests and runs nothing: the line stays as it is. */
describe('the line of analyses', () => {
  let app: AppDeTeste;
  beforeAll(async () => {
    app = await startApp({ ALICIT_ROLE: 'api', ALICIT_MAX_FILA: '9', ALICIT_MAX_FILA_ORGANIZACAO: '6' });
  });
  afterAll(() => app.close());
  const esvaziar = (): Promise<unknown> => app.fonte.query('delete from alicit.analise');
  const pedirVarias = async (cliente: Cliente, n: number): Promise<void> => {
    for (let i = 0; i < n; i++) expect((await enviar(app, cliente, { agora: momento(i) })).status).toBe(202);
  };

  it('two equal requests at once make one analysis', async () => {
    const cliente = await app.createCliente();
    const respostas = await Promise.all(Array.from({ length: 6 }, () => enviar(app, cliente)));
    expect(new Set(respostas.map((r) => r.corpo.id)).size).toBe(1);
    expect(respostas.filter((r) => r.corpo['reaproveitada'] === false)).toHaveLength(1);
    expect(respostas.map((r) => r.status)).toEqual(Array.from({ length: 6 }, () => 202));
    const [{ jobs }] = (await app.fonte.query<{ jobs: string }[]>(`select count(*) as jobs from pgboss.job where data ->> 'analiseId' = $1`, [respostas[0]!.corpo.id])) as [{ jobs: string }];
    expect(jobs).toBe('1');
    await esvaziar();
  });

  it('a company erased while its analysis is asked for is not found', async () => {
    const cliente = await app.createCliente();
    const { corpo } = await enviar(app, cliente, { agora: momento(1) });
    const jobs = app.app.get(JobsService) as unknown as { ready?: () => Promise<void> };
    jobs.ready = async () => void (await app.fonte.query('delete from alicit.empresa where id = $1', [corpo['empresaId']]));
    try {
      const r = await pedir(app, cliente, 'POST', '/v1/analises', { payload: { empresaId: corpo['empresaId'], licitacaoId: corpo['licitacaoId'], agora: momento(2) } });
      expect(r).toMatchObject({ status: 404, corpo: { codigo: 'empresa_nao_encontrada' } });
    } finally {
      delete jobs.ready;
    }
    await esvaziar();
  });

  it('an organisation has a bound, all together have another: 429 with Retry-After', async () => {
    const [uma, outra] = [await app.createCliente(), await app.createCliente()];
    await pedirVarias(uma, 6);
    const cheia = await enviar(app, uma, { agora: momento(50) });
    expect(cheia).toMatchObject({ status: 429, corpo: { codigo: 'fila_da_organizacao_cheia' } });
    expect(Number(cheia.cabecalhos['retry-after'])).toBeGreaterThan(0);
    await pedirVarias(outra, 3);
    expect(await enviar(app, outra, { agora: momento(50) })).toMatchObject({ status: 429, corpo: { codigo: 'fila_cheia' } });
    // What is already in the line is answered even when the line is full.
    expect((await enviar(app, uma, { agora: momento(0) })).status).toBe(202);
    await esvaziar();
  });

  it('who queues many does not starve who queues one', async () => {
    const [muitas, uma] = [await app.createCliente(), await app.createCliente()];
    await pedirVarias(muitas, 5);
    await pedirVarias(uma, 2);
    const ordem = await app.fonte.query<{ organizacao_id: string }[]>(`select a.organizacao_id from pgboss.job j join alicit.analise a on a.id = j.data ->> 'analiseId' where j.state = 'created' order by j.priority desc, j.created_on`);
    expect(ordem.map((l) => (l.organizacao_id === uma.organizacaoId ? 'uma' : 'muitas'))).toEqual(['muitas', 'uma', 'muitas', 'uma', 'muitas', 'muitas', 'muitas']);
    await esvaziar();
  });

  it('who comes later never takes the place of the one whose turn it is', async () => {
    const [antiga, novas] = [await app.createCliente(), await app.createCliente()];
    await pedirVarias(antiga, 5);
    // Four of the five were served meanwhile.
    await app.fonte.query(`delete from alicit.analise where organizacao_id = $1 and vez < 4`, [antiga.organizacaoId]);
    await pedirVarias(novas, 2);
    const vezes = await app.fonte.query<{ organizacao_id: string; vez: number }[]>('select organizacao_id, vez from alicit.analise order by vez, criada_em');
    expect(vezes.map((l) => [l.organizacao_id === antiga.organizacaoId ? 'antiga' : 'novas', l.vez])).toEqual([['antiga', 4], ['novas', 4], ['novas', 5]]);
    await esvaziar();
  });

  it('one that waits for another attempt does not let who comes later pass all that wait', async () => {
    const [antiga, novas] = [await app.createCliente(), await app.createCliente()];
    await pedirVarias(antiga, 4);
    // The first was tried and waits; the two after it were served meanwhile.
    await app.fonte.query(`update alicit.analise set tentativas = 3 where organizacao_id = $1 and vez = 0`, [antiga.organizacaoId]);
    await app.fonte.query(`delete from alicit.analise where organizacao_id = $1 and vez in (1, 2)`, [antiga.organizacaoId]);
    await pedirVarias(novas, 1);
    expect(await app.fonte.query('select vez from alicit.analise order by vez, criada_em')).toEqual([{ vez: 0 }, { vez: 3 }, { vez: 3 }]);
    await esvaziar();
  });

  it('a cancelled one in the queue is over, for who repeats it too; an equal request is then another', async () => {
    const cliente = await app.createCliente();
    const { corpo: { id } } = await enviar(app, cliente);
    for (let vez = 0; vez < 2; vez++) expect(await pedir(app, cliente, 'POST', `/v1/analises/${id}/cancelar`)).toMatchObject({ status: 200, corpo: { estado: 'cancelada', links: { relatorio: null } } });
    expect((await app.app.get(MetricasService).registro.metrics())).toMatch(/alicit_analises_total\{desfecho="cancelada",erro=""\} 1/);
    expect(await pedir(app, cliente, 'GET', `/v1/analises/${id}/relatorio`)).toMatchObject({ status: 409, corpo: { codigo: 'analise_cancelada' } });
    expect((await enviar(app, cliente)).corpo.id).not.toBe(id);
    await esvaziar();
  });

  it('another organisation finds nothing', async () => {
    const [dona, outra] = [await app.createCliente(), await app.createCliente()];
    const { corpo: { id } } = await enviar(app, dona);
    for (const [metodo, caminho] of [['GET', ''], ['GET', '/relatorio'], ['GET', '/eventos'], ['POST', '/cancelar'], ['DELETE', '']] as const) {
      expect(await pedir(app, outra, metodo, `/v1/analises/${id}${caminho}`)).toMatchObject({ status: 404, corpo: { codigo: 'analise_nao_encontrada' } });
    }
    expect((await pedir(app, outra, 'GET', '/v1/analises')).corpo['itens']).toEqual([]);
    expect(await pedir(app, dona, 'GET', `/v1/analises/${id}/relatorio`)).toMatchObject({ status: 409, corpo: { codigo: 'analise_em_andamento' } });
    await esvaziar();
  });

  it('lists by filters, page by page', async () => {
    const cliente = await app.createCliente();
    await pedirVarias(cliente, 3);
    const primeira = await pedir(app, cliente, 'GET', '/v1/analises?estado=na_fila&limite=2');
    expect(primeira.corpo['itens']).toHaveLength(2);
    const segunda = await pedir(app, cliente, 'GET', `/v1/analises?estado=na_fila&limite=2&cursor=${String(primeira.corpo['proximo'])}`);
    expect(segunda.corpo).toMatchObject({ proximo: null, itens: [{ estado: 'na_fila' }] });
    expect((await pedir(app, cliente, 'GET', '/v1/analises?desfecho=GO')).corpo['itens']).toEqual([]);
    expect((await pedir(app, cliente, 'GET', '/v1/analises?criadaDe=2999-01-01T00:00:00Z')).corpo['itens']).toEqual([]);
    expect((await pedir(app, cliente, 'GET', '/v1/analises?estado=outra')).status).toBe(422);
    await esvaziar();
  });

  it('many first requests at once, with few connections, are all answered', async () => {
    const frio = await startApp({ ALICIT_ROLE: 'api', ALICIT_BANCO_CONEXOES: '2', ALICIT_BANCO_TEMPO_S: '5' });
    try {
      const cliente = await frio.createCliente();
      const respostas = await Promise.all(Array.from({ length: 12 }, (_, i) => enviar(frio, cliente, { agora: momento(i) })));
      expect(respostas.map((r) => r.status)).toEqual(Array.from({ length: 12 }, () => 202));
      expect(new Set(respostas.map((r) => r.corpo.id)).size).toBe(12);
    } finally {
      await frio.close();
    }
  });

  it('references to what is stored ask for the same analysis; another company, or its change, for another', async () => {
    const cliente = await app.createCliente();
    const { corpo } = await enviar(app, cliente);
    const referencias = { empresaId: corpo['empresaId'], licitacaoId: corpo['licitacaoId'], agora: AGORA };
    expect(await pedir(app, cliente, 'POST', '/v1/analises', { payload: referencias })).toMatchObject({ status: 202, corpo: { id: corpo.id, reaproveitada: true } });
    const mudada = await enviar(app, cliente, { empresa: JSON.stringify({ ...(JSON.parse(EMPRESA) as object), descricao: 'Outra atividade, de mobiliário escolar.' }) });
    expect(mudada.corpo).toMatchObject({ empresaId: corpo['empresaId'], licitacaoId: corpo['licitacaoId'], reaproveitada: false });
    await esvaziar();
  });

  it('says what a request lacks', async () => {
    const cliente = await app.createCliente();
    const semSimular = await app.createCliente(['analises:escrever', 'empresas:escrever', 'licitacoes:escrever']);
    const soAnalises = await app.createCliente(['analises:escrever', 'analises:simular']);
    expect(await enviar(app, semSimular)).toMatchObject({ status: 403, corpo: { codigo: 'escopo_ausente' } });
    expect(await enviar(app, soAnalises)).toMatchObject({ status: 403, corpo: { codigo: 'escopo_ausente' } });
    expect(await enviar(app, cliente, { agora: 'ontem' })).toMatchObject({ status: 422, corpo: { codigo: 'agora_invalido' } });
    expect(await enviar(app, cliente, { empresa: '{' })).toMatchObject({ status: 400, corpo: { codigo: 'corpo_malformado' } });
    expect(await enviar(app, cliente, { edital: new Uint8Array() })).toMatchObject({ status: 422, corpo: { codigo: 'arquivo_vazio' } });
    expect(await pedir(app, cliente, 'POST', '/v1/analises', { payload: { empresaId: 'emp_x' } })).toMatchObject({ status: 422, corpo: { codigo: 'dados_invalidos' } });
    expect(await pedir(app, cliente, 'POST', '/v1/analises', { payload: { empresaId: 'emp_x', licitacaoId: 'lic_x' } })).toMatchObject({ status: 404 });
    const [{ n }] = (await app.fonte.query<{ n: string }[]>('select count(*) as n from alicit.arquivo_em_transito')) as [{ n: string }];
    expect(n).toBe('0');
  });
});
