import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FaxinaService } from '../../src/faxina/faxina.module.js';
import { JobsService } from '../../src/jobs/jobs.module.js';
import { ArquivosService, TrabalhosService } from '../../src/storage/storage.module.js';
import { openMotor } from '../../src/workflows/mastra.js';
import { ArmazensService } from '../../src/workflows/workflows.module.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { createLicitacao } from '../support/licitacao.js';

const NADA = { arquivos: 0, respostas: 0, orfaos: 0, leituras: 0, andamentos: 0, snapshots: 0, recomendacoes: 0, avisos: 0, modelos: 0, vetores: 0, conversas: 0, processos: 0 };

describe('the sweep, where jobs run', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  let faxina: FaxinaService;
  beforeAll(async () => {
    t = await startApp({ ALICIT_ROLE: 'worker', ALICIT_LEITURAS_DIAS: '30' });
    cliente = await t.createCliente();
    faxina = t.app.get(FaxinaService);
    await t.app.get(JobsService).ready();
    await openMotor(t.app.get(ArmazensService).execucoes, async (_r, _e, p) => p);
  });
  afterAll(() => t.close());
  beforeEach(async () => void (await faxina.run()));

  const trabalho = (chave: string, { dono = null as string | null, analise = null as string | null, criado = '2 days', usado = '2 days' } = {}) =>
    t.fonte.query(`insert into alicit.trabalho (chave, etapa, organizacao_id, resultado, sha256, analise_id, criado_em, usado_em) values ($1, 'x', $2, 'x', 'x', $3, now() - $4::interval, now() - $5::interval)`, [chave, dono, analise, criado, usado]);
  const chaves = async (): Promise<string[]> => (await t.fonte.query<{ chave: string }[]>('select chave from alicit.trabalho order by chave')).map((l) => l.chave);
  const analise = async (id: string, estado: string, { resultado = null as string | null, relatorio = null as string | null } = {}): Promise<void> => {
    const licitacaoId = await createLicitacao(t, cliente);
    await t.fonte.query(`insert into alicit.empresa (id, organizacao_id, cnpj, perfil) values ('emp_1', $1, '1', '{}') on conflict do nothing`, [cliente.organizacaoId]);
    await t.fonte.query(`insert into alicit.analise (id, organizacao_id, empresa_id, licitacao_id, chave, entradas, estado, versao_workflow, resultado, relatorio) values ($1, $2, 'emp_1', $3, $1, '{}', $4, '1', $5, $6)`, [id, cliente.organizacaoId, licitacaoId, estado, resultado, relatorio]);
  };

  it('is scheduled once, and the queue forgets what ended within the hour', async () => {
    expect(await t.fonte.query(`select name, cron from pgboss.schedule where name = 'faxina'`)).toEqual([{ name: 'faxina', cron: '7,27,47 * * * *' }]);
    const filas = await t.fonte.query<{ deletion_seconds: number }[]>('select distinct deletion_seconds from pgboss.queue');
    expect(filas.filter((f) => f.deletion_seconds > 3600 && f.deletion_seconds !== 604_800)).toEqual([]);
    expect(await faxina.run()).toEqual(NADA);
  });

  it('erases files that nobody came for', async () => {
    const { sha256 } = await t.app.get(ArquivosService).receive(Readable.from([Buffer.from('%PDF-1.7 esquecido')]), 1000);
    expect(await faxina.run()).toEqual(NADA);
    await t.fonte.query(`update alicit.arquivo_em_transito set criado_em = now() - interval '2 hours' where sha256 = $1`, [sha256]);
    expect(await faxina.run()).toEqual({ ...NADA, arquivos: 1 });
    expect(await t.fonte.query('select 1 from alicit.arquivo where sha256 = $1', [sha256])).toEqual([]);
  });

  it('erases answers that expired', async () => {
    await t.fonte.query(
      `insert into alicit.idempotencia (organizacao_id, chave, rota, corpo_hash, estado, posse, expira_em)
       select $1, 'k' || n, 'POST /x', 'h', 'feita', 'p', now() + (n - 2.5) * interval '1 hour' from generate_series(1, 4) n`, [cliente.organizacaoId],
    );
    expect(await faxina.run()).toEqual({ ...NADA, respostas: 2 });
  });

  it('erases judgements and reports that no analysis refers to, but new ones and those of a run', async () => {
    const dono = cliente.organizacaoId;
    await analise('ana_feita', 'concluida', { resultado: 'j:feita', relatorio: 'r:feita' });
    await analise('ana_viva', 'executando');
    await t.fonte.query(`insert into alicit.analise_etapa (organizacao_id, analise_id, etapa, tentativa, token, estado, inicio, trabalho) values ($1, 'ana_feita', 'julgar', 1, 1, 'concluida', now(), 'j:etapa')`, [dono]);
    for (const chave of ['j:feita', 'r:feita', 'j:etapa', 'j:orfao']) await trabalho(chave, { dono });
    await trabalho('j:de-apagada', { dono, analise: 'ana_que_nao_ha' });
    await trabalho('j:em-curso', { dono, analise: 'ana_viva' });
    await trabalho('j:novo', { dono, criado: '1 hour' });
    expect(await faxina.run()).toEqual({ ...NADA, orfaos: 2 });
    expect(await chaves()).toEqual(['j:em-curso', 'j:etapa', 'j:feita', 'j:novo', 'r:feita']);
    await t.fonte.query(`delete from alicit.trabalho`);
  });

  it('erases readings that nobody asked for in as many days as told; asking is what keeps them', async () => {
    for (const chave of ['ler:usada', 'ler:esquecida', 'ler:vista']) await trabalho(chave, { criado: '400 days', usado: chave === 'ler:usada' ? '29 days' : '31 days' });
    expect(await t.app.get(TrabalhosService).find('ler:vista')).not.toBeNull();
    expect(await faxina.run()).toEqual({ ...NADA, leituras: 1 });
    expect(await chaves()).toEqual(['ler:usada', 'ler:vista']);
  });

  it('forgets readings that stopped, not those that are done or alive', async () => {
    for (const [estado, ha] of [['lendo', '2 days'], ['na_fila', '2 days'], ['falhou', '2 days'], ['pronta', '2 days'], ['lendo', '1 minute']] as const) {
      await t.fonte.query(`insert into alicit.leitura (licitacao_id, organizacao_id, chave, estado, atualizada_em) values ($1, $2, 'k', $3, now() - $4::interval)`, [await createLicitacao(t, cliente), cliente.organizacaoId, estado, ha]);
    }
    expect(await faxina.run()).toEqual({ ...NADA, andamentos: 3 });
    expect(await t.fonte.query('select estado from alicit.leitura order by estado')).toEqual([{ estado: 'lendo' }, { estado: 'pronta' }]);
  });

  it('forgets the snapshots of runs that ended', async () => {
    await analise('ana_aberta', 'na_fila');
    await analise('ana_fim', 'falhou');
    for (const id of ['ana_aberta', 'ana_fim', 'ana_apagada']) {
      await t.fonte.query(`insert into mastra.mastra_workflow_snapshot (workflow_name, run_id, snapshot, "createdAt", "updatedAt") values ('analisar-licitacao', $1, '{}', now(), now())`, [`${id}.v1`]);
    }
    expect(await faxina.run()).toEqual({ ...NADA, snapshots: 2 });
    expect(await t.fonte.query('select run_id from mastra.mastra_workflow_snapshot')).toEqual([{ run_id: 'ana_aberta.v1' }]);
  });

  it('erases vectors of passages that nobody asked about in as many days as told, and of files that were erased', async () => {
    const colecao = (nome: string, usada: string, estado = 'inteira') =>
      t.fonte.query(`insert into alicit.vetor_colecao (colecao, loja, modelo, estado, usada_em) values ($1, 'exact', 'm', $2, now() - $3::interval)`, [nome, estado, usada]);
    await t.fonte.query(`insert into alicit.vetor_conjunto (colecao, dimensoes) values ('trechos.velha', 1)`);
    await t.fonte.query(`insert into alicit.vetor (colecao, id, vetor) values ('trechos.velha', 'a', '\\x0000803f')`);
    await colecao('trechos.velha', '91 days');
    await colecao('trechos.nova', '89 days');
    await colecao('acervo.velha', '91 days');
    await colecao('trechos.de-apagado', '1 hour', 'apagando');
    expect(await faxina.run()).toEqual({ ...NADA, vetores: 2 });
    expect(await t.fonte.query('select colecao from alicit.vetor_colecao order by 1')).toEqual([{ colecao: 'acervo.velha' }, { colecao: 'trechos.nova' }]);
    expect(await t.fonte.query('select 1 from alicit.vetor')).toEqual([]);
  });

  it('goes on when one of them fails', async () => {
    const arquivos = t.app.get(ArquivosService);
    const original = arquivos.sweep.bind(arquivos);
    arquivos.sweep = () => Promise.reject(new Error('o disco falhou'));
    expect(await faxina.run().finally(() => (arquivos.sweep = original))).toEqual({ ...NADA, arquivos: null });
  });
});

describe('the sweep, where only the API is', () => {
  it('is not there', async () => {
    const t = await startApp({ ALICIT_ROLE: 'api' });
    expect(() => t.app.get(FaxinaService)).toThrow();
    await t.close();
  });
});
