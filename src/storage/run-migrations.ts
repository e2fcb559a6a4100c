import { Client } from 'pg';
import { DataSource, MigrationExecutor } from 'typeorm';
import type { Config } from '../config/index.js';
import { indisponivel } from '../kernel/index.js';
import { createOpcoes, ESQUEMA } from './data-source.js';
import { MIGRATIONS } from './migrations/index.js';

/** Held by the process that migrates, in a transaction of its own: a transaction-mode pooler keeps it too. */
export const TRAVA = 0x414c4943;
/** How long a migration may take. */
const MIGRAR_MS = 600_000;

/**
 * Brings the schema to this version. Processes that start at once wait for each other; a schema that is already there
 * costs one query.
 * @throws AlicitError `banco_indisponivel`
 */
export async function runMigrations(url: string, config: Config['banco']): Promise<void> {
  const cliente = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'alicit-migracao' });
  // A connection cut while it only holds the lock must not end the process: the next statement tells.
  cliente.on('error', () => undefined);
  try {
    await cliente.connect();
  } catch (erro) {
    throw indisponivel('banco_indisponivel', `Não foi possível conectar ao banco de dados (${codeOf(erro)}). Confira DATABASE_URL e se o servidor está de pé.`);
  }
  try {
    if (await isCurrent((sql) => cliente.query(sql).then((r) => r.rows as Linhas))) return;
  } finally {
    await cliente.end().catch(() => undefined);
  }
  await migrate(url, config);
}

const codeOf = (erro: unknown): string => String((erro as { code?: string }).code ?? 'sem resposta');

type Linhas = readonly Record<string, string | null>[];

/** The newest migration of this version is there (a newer schema than ours counts as current). */
async function isCurrent(query: (sql: string) => Promise<Linhas>): Promise<boolean> {
  const [tabela] = await query(`select to_regclass('${ESQUEMA}.migracao')::text as existe`);
  if (!tabela?.['existe']) return false;
  const nomes = new Set((await query(`select name from ${ESQUEMA}.migracao`)).map((r) => r['name']));
  return MIGRATIONS.every((m) => nomes.has(m.name));
}

/** Lock, schema and migrations in one transaction of one connection: a pooler with a single one is enough. */
async function migrate(url: string, config: Config['banco']): Promise<void> {
  const fonte = new DataSource(createOpcoes(url, { ...config, tempoMs: MIGRAR_MS, conexoes: 1 }, () => undefined));
  await fonte.initialize();
  const runner = fonte.createQueryRunner();
  try {
    await runner.startTransaction();
    // It waits for who migrates: limits of the server's own would cut it.
    await runner.query('set local statement_timeout = 0');
    await runner.query('set local lock_timeout = 0');
    await runner.query('set local idle_in_transaction_session_timeout = 0');
    await runner.query('select pg_advisory_xact_lock($1)', [TRAVA]);
    if (!(await isCurrent((sql) => runner.query(sql) as Promise<Linhas>))) {
      await runner.query(`create schema if not exists ${ESQUEMA}`);
      const executor = new MigrationExecutor(fonte, runner);
      executor.transaction = 'none';
      await executor.executePendingMigrations();
    }
    await runner.commitTransaction();
  } catch (erro) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw erro;
  } finally {
    await runner.release();
    await fonte.destroy();
  }
}
