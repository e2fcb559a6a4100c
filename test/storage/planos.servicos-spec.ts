import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { runMigrations } from '../../src/storage/storage.module.js';
import { parseConfig } from '../../src/config/index.js';
import { FaxinaService } from '../../src/faxina/faxina.service.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { createBancoDeServico } from '../support/servicos.js';
import { LINHAS, SEMEAR } from './planos/semear.js';
import { explain, faltasDo, type Consulta } from './planos/plano.js';

/** Every query the process makes while `gravando`, as it makes it. */
class Gravador {
  consultas: Consulta[] = [];
  gravando = false;
  private readonly usual = pg.Client.prototype.query as (...argumentos: unknown[]) => unknown;

  start(): void {
    const anota = (q: unknown, v: unknown): void => {
      const { text = '', values = [] } = typeof q === 'string' ? { text: q, values: v } : (q as { text?: string; values?: unknown });
      if (this.gravando && /^\s*(?:with|select|update|delete|insert)\b/i.test(text)) this.consultas.push({ texto: text, valores: Array.isArray(values) ? values : [] });
    };
    const { usual } = this;
    pg.Client.prototype.query = function (this: pg.Client, ...argumentos: unknown[]) {
      anota(argumentos[0], argumentos[1]);
      return usual.apply(this, argumentos);
    } as never;
  }

  stop(): void {
    pg.Client.prototype.query = this.usual as never;
  }

  async during(fazer: () => Promise<void>): Promise<Consulta[]> {
    this.consultas = [];
    this.gravando = true;
    await fazer().finally(() => (this.gravando = false));
    return this.consultas;
  }
}

describe(`the plans of the main queries over ${LINHAS.toLocaleString('en')} rows`, () => {
  const gravador = new Gravador();
  let banco: Awaited<ReturnType<typeof createBancoDeServico>>;
  let t: AppDeTeste;
  let cliente: Cliente;
  let sql: pg.Client;
  let grandes: ReadonlyMap<string, number>;

  beforeAll(async () => {
    banco = await createBancoDeServico();
    await runMigrations(banco.url, parseConfig({ DATABASE_URL: banco.url }, '.').banco);
    gravador.start();
    t = await startApp({ DATABASE_URL: banco.url, ALICIT_ROLE: 'all' });
    cliente = await t.createCliente();
    sql = new pg.Client({ connectionString: banco.url });
    await sql.connect();
    for (const comando of SEMEAR) await sql.query(comando.texto, comando.comOrganizacao ? [cliente.organizacaoId] : []);
    await sql.query('vacuum analyze');
    const { rows } = await sql.query<{ tabela: string; linhas: number }>(`select relname as tabela, reltuples::float8 as linhas from pg_class where relnamespace = 'alicit'::regnamespace and relkind = 'r'`);
    grandes = new Map(rows.map((r) => [r.tabela, r.linhas]));
    expect([...grandes.values()].filter((n) => n >= LINHAS).length).toBeGreaterThan(10);
  }, 240_000);
  afterAll(async () => {
    gravador.stop();
    await sql.end();
    await t.close({ contrato: false });
    await banco.drop();
  });

  const umDe = async (tabela: string): Promise<string> => (await sql.query<{ id: string }>(`select id from alicit.${tabela} where organizacao_id = $1 order by id offset 500 limit 1`, [cliente.organizacaoId])).rows[0]!.id;

  it.each([
    ['/v1/analises', 'analise'], ['/v1/analises?estado=concluida', 'analise'], ['/v1/analises?estado=falhou', 'analise'], ['/v1/analises?empresaId={empresa}', 'analise'], ['/v1/analises?licitacaoId={licitacao}', 'analise'], ['/v1/analises?desfecho=GO', 'analise'], ['/v1/analises?criadaDe=2026-01-02T00:00:00Z', 'analise'],
    ['/v1/empresas', 'empresa'], ['/v1/licitacoes', 'licitacao'], ['/v1/chaves', 'chave_api'], ['/v1/webhooks', 'webhook'], ['/v1/webhooks/{webhook}/entregas', 'webhook_entrega'], ['/v1/webhooks/{webhook}/entregas?estado=pendente', 'webhook_entrega'],
    ['/v1/acervo', null], ['/v1/acervo?uf=SP', null], ['/v1/empresas/{empresa}/documentos', 'empresa_documento'], ['/v1/licitacoes/{licitacao}/arquivos', 'licitacao_arquivo'], ['/v1/licitacoes/{licitacao}/conversas', 'conversa'], ['/v1/licitacoes/{licitacao}/correcoes', 'correcao'], 
    ['/v1/empresas/{empresa}/avisos/historico', 'aviso_mensagem'], ['/v1/uso-de-modelos', 'modelo_chamada'], ['/v1/analises/{analise}', 'analise'], ['/v1/analises/{analise}/relatorio', 'analise'],
  ])('%s takes its rows from indexes', async (rota, tabela) => {
    const nomes = [...rota.matchAll(/\{(\w+)\}/g)].map(([, nome]) => nome!);
    let url = rota;
    for (const nome of nomes) url = url.replace(`{${nome}}`, await umDe(nome));
    const cursor = tabela && !/\{(analise)\}|uso|avisos/.test(rota) ? `${url.includes('?') ? '&' : '?'}cursor=` : null;
    for (const alvo of [url, ...(cursor && /^\/v1\/(?:analises|empresas|licitacoes)(?:\?|$)/.test(rota) ? [`${url}${cursor}${await umDe(tabela!)}`] : [])]) {
      let status = 0;
      const consultas = await gravador.during(async () => void ({ statusCode: status } = await t.app.inject({ method: 'GET', url: alvo, headers: cliente.cabecalhos })));
      expect([alvo, [200, 404, 409].includes(status) ? 'ok' : status, consultas.length > 0]).toEqual([alvo, 'ok', true]);
      const faltas: string[] = [];
      for (const consulta of consultas) faltas.push(...faltasDo(await explain(sql, consulta), consulta, grandes));
      expect(faltas).toEqual([]);
    }
  }, 60_000);

  it('the sweeps take what is old from indexes', async () => {
    const consultas = await gravador.during(async () => void (await t.app.get(FaxinaService).run()));
    expect(consultas.length).toBeGreaterThan(5);
    const faltas: string[] = [];
    for (const consulta of consultas) faltas.push(...faltasDo(await explain(sql, consulta), consulta, grandes));
    expect(faltas).toEqual([]);
  }, 120_000);

  it('every foreign key into a table that is deleted from has an index that begins with it', async () => {
    const { rows } = await sql.query<{ falta: string }>(
      `select c.conrelid::regclass || ' (' || a.attname || ')' as falta from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype = 'f' and c.connamespace = 'alicit'::regnamespace and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]
         and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ilike '%' || a.attname || ' is not null%')) order by 1`);
    expect(rows.map((r) => r.falta)).toEqual([]);
  });
});
