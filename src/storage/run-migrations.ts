import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { Config } from '../config/index.js';
import { indisponivel } from '../kernel/index.js';
import { createOpcoes, ESQUEMA } from './data-source.js';
import { MIGRATIONS } from './migrations/index.js';

/** Held by the process that migrates, in a transaction of its own: a transaction-mode pooler keeps it too. */
const TRAVA = 0x414c4943;

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
    if (await isCurrent(cliente)) return;
    await cliente.query('begin');
    // It waits for who migrates, then is idle while another connection does: limits of the server's own would cut it.
    await cliente.query('set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0');
    await cliente.query('select pg_advisory_xact_lock($1)', [TRAVA]);
    if (!(await isCurrent(cliente))) await migrate(url, config);
    await cliente.query('commit');
  } finally {
    await cliente.end().catch(() => undefined);
  }
}

const codeOf = (erro: unknown): string => String((erro as { code?: string }).code ?? 'sem resposta');

/** The newest migration of this version is there (a newer schema than ours counts as current). */
async function isCurrent(cliente: Client): Promise<boolean> {
  const { rows } = await cliente.query<{ existe: string | null }>(`select to_regclass('${ESQUEMA}.migracao') as existe`);
  if (!rows[0]?.existe) return false;
  const feitas = await cliente.query<{ name: string }>(`select name from ${ESQUEMA}.migracao`);
  const nomes = new Set(feitas.rows.map((r) => r.name));
  return MIGRATIONS.every((m) => nomes.has(m.name));
}

async function migrate(url: string, config: Config['banco']): Promise<void> {
  const cliente = new Client({ connectionString: url });
  await cliente.connect();
  await cliente.query(`create schema if not exists ${ESQUEMA}`);
  await cliente.end();
  const fonte = new DataSource(createOpcoes(url, { ...config, tempoMs: 600_000, conexoes: 2 }, () => undefined));
  await fonte.initialize();
  try {
    await fonte.runMigrations();
  } finally {
    await fonte.destroy();
  }
}
