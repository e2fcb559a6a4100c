import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WorkflowsPG } from '@mastra/pg';
import pg from 'pg';
import { getRollbackPlans, PgBoss } from 'pg-boss';
import { parseConfig } from '../../src/config/index.js';
import { toTransacao, versaoDaFila } from '../../src/jobs/migrador-fila.js';
import { ensureEsquema, isMigrado, migrate } from '../../src/migrar.js';
import { TABELA_DE_EXECUCOES } from '../../src/storage/migrations/0017-mastra.js';
import { MIGRATIONS } from '../../src/storage/migrations/index.js';
import { createBanco, type BancoDeTeste } from '../support/postgres.js';

const config = parseConfig({}, '/x');

describe('migrate', () => {
  let banco: BancoDeTeste;
  let cliente: pg.Client;
  beforeEach(async () => {
    banco = await createBanco('migracoes');
    cliente = new pg.Client({ connectionString: banco.url });
    await cliente.connect();
  });
  afterEach(async () => {
    await cliente.end();
    await banco.drop();
  });
  const ask = async (sql: string): Promise<unknown> => Object.values((await cliente.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];

  it('is not cut by the limits of a server that allows little; of processes that start at once one does it all', async () => {
    const nome = new URL(banco.url).pathname.slice(1);
    for (const limite of ['lock_timeout', 'idle_in_transaction_session_timeout']) await cliente.query(`alter database ${nome} set ${limite} = '25ms'`);
    const feitas = await Promise.all(Array.from({ length: 4 }, () => migrate(banco.url, config)));
    expect(feitas.map((f) => f.length).sort()).toEqual([0, 0, 0, MIGRATIONS.length + 1]);
    expect(feitas.flat().at(-1)).toBe(`fila criada (versão ${versaoDaFila()})`);
    expect((await cliente.query(`select name from alicit.migracao`)).rowCount).toBe(MIGRATIONS.length);
    expect(await isMigrado(banco.url, config)).toBe(true);
  });

  it('leaves nothing of a migration that failed half way, the queue included', async () => {
    await cliente.query('create schema pgboss; create table pgboss.queue (x int)');
    await expect(migrate(banco.url, config)).rejects.toThrow('already exists');
    expect(await ask(`select to_regclass('alicit.migracao')`)).toBeNull();
    await cliente.query('drop schema pgboss cascade');
    expect(await migrate(banco.url, config)).toHaveLength(MIGRATIONS.length + 1);
  });

  it('brings an older queue up, as whole as one made new; a newer one is left alone', async () => {
    await migrate(banco.url, config);
    const atual = versaoDaFila();
    for (let v = atual; v > 38; v--) await cliente.query(getRollbackPlans('pgboss', v));
    // Indexes an old pg-boss builds beside the traffic: here there is none to build them.
    expect(await ask('select version from pgboss.version')).toBe(38);
    expect(await isMigrado(banco.url, config)).toBe(false);
    expect(await migrate(banco.url, config)).toEqual([`fila da versão 38 para a ${atual}`]);
    const boss = new PgBoss({ db: { executeSql: (sql, valores) => cliente.query(sql, valores as unknown[]) }, schema: 'pgboss' });
    expect(await boss.detectSchemaDrift()).toMatchObject({ ok: true });
    await cliente.query(`update pgboss.version set version = ${atual + 1}`);
    expect(await migrate(banco.url, config)).toEqual([]);
  });

  it('with ALICIT_MIGRAR=comando waits for the schema and never makes it', async () => {
    const espera = parseConfig({ ALICIT_MIGRAR: 'comando' }, '/x');
    await expect(ensureEsquema(banco.url, espera)).rejects.toMatchObject({ codigo: 'esquema_desatualizado', message: expect.stringContaining('alicit migrar') });
    expect(await ask(`select to_regclass('alicit.migracao')`)).toBeNull();
    const esperando = ensureEsquema(banco.url, espera, 20_000);
    await migrate(banco.url, espera);
    await esperando;
  });

  it('tells who should set what, when a connection is refused', async () => {
    const outro = new URL(banco.url);
    outro.pathname = '/nao_existe';
    await expect(migrate(outro.href, config)).rejects.toMatchObject({ codigo: 'banco_indisponivel', message: expect.stringContaining('não existe neste servidor') });
  });
});

describe('the schemas of others', () => {
  /** Statements alone, without the spaces of who writes. */
  const forma = (sql: readonly string[]): string => sql.join(';').replace(/\s+/g, ' ').replace(/(?: ?; ?)+/g, ';').replace(/ ?([(),]) ?/g, '$1').trim();

  it('the table of runs is what the installed @mastra/pg asks for: when this fails, write the next migration', () => {
    expect(forma(TABELA_DE_EXECUCOES)).toBe(forma(WorkflowsPG.getExportDDL('mastra')));
  });

  it('a plan of the queue that is not one transaction is refused', () => {
    expect(() => toTransacao('CREATE TABLE x ()')).toThrow('not one transaction');
    expect(() => toTransacao('BEGIN; a; COMMIT; BEGIN; b; COMMIT;')).toThrow('not one transaction');
    expect(toTransacao(' BEGIN; a; COMMIT; CREATE INDEX CONCURRENTLY i')).toBe(' a;  CREATE INDEX i');
  });
});
