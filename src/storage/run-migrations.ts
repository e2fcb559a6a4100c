import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import type { Config } from '../config/index.js';
import { indisponivel } from '../kernel/index.js';
import { createOpcoes, ESQUEMA, toSessao } from './data-source.js';
import { toErroDeConexao } from './erro-de-conexao.js';
import { MIGRATIONS } from './migrations/index.js';
import { withTravaMigracao } from './trava-migracao.js';

/** How long a migration may take, with the wait for that of another process. */
const MIGRAR_MS = 600_000;
const PERGUNTA_MS = 500;

type Linhas = readonly Readonly<Record<string, string | number | null>>[];
/** A statement, or several without values, in the connection and the transaction of who calls. */
export type Consulta = (sql: string) => Promise<Linhas>;

/** A schema of someone else in this database, brought to what this version needs with ours: one lock, one transaction. */
export interface Migrador {
  /** What it has is enough (a newer one is). One or two cheap queries. */
  isAtual(consulta: Consulta): Promise<boolean>;
  /** @returns what it did, in Portuguese */
  migrate(consulta: Consulta): Promise<string>;
}

/**
 * Brings the schema to this version. Processes that start at once wait for each other; a schema that is already there
 * costs two queries of one connection. All or nothing.
 * @returns what was done, in order, in Portuguese; nothing when all was there
 * @throws AlicitError `banco_indisponivel`, `banco_recusa_ajustes`, `migracao_em_curso`
 */
export async function runMigrations(url: string, config: Config['banco'], outros: readonly Migrador[] = []): Promise<readonly string[]> {
  return (await isEsquemaAtual(url, config, outros)) ? [] : migrate(url, config, outros);
}

/** Whether the schema, ours and the others', has all that this version needs; a newer one has. @throws AlicitError as `runMigrations` */
export async function isEsquemaAtual(url: string, config: Config['banco'], outros: readonly Migrador[]): Promise<boolean> {
  // The same settings as the pool's connections: what they would be refused for is told here, once.
  const cliente = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'alicit-migracao', query_timeout: 10_000, ...toSessao(config) });
  // A connection cut while it is idle must not end the process: the next statement tells.
  cliente.on('error', () => undefined);
  try {
    await cliente.connect();
  } catch (erro) {
    throw toErroDeConexao(erro);
  }
  try {
    return await isCurrent((sql) => cliente.query(sql).then((r) => r.rows as Linhas), outros);
  } finally {
    await cliente.end().catch(() => undefined);
  }
}

/**
 * Waits for the schema that another command makes (`alicit migrar`). Never migrates.
 * @throws AlicitError `esquema_desatualizado` after `limiteMs`; as `runMigrations`, when the database cannot be reached
 */
export async function waitEsquema(url: string, config: Config['banco'], outros: readonly Migrador[], limiteMs: number): Promise<void> {
  for (const limite = Date.now() + limiteMs; !(await isEsquemaAtual(url, config, outros)); await sleep(PERGUNTA_MS)) {
    if (Date.now() > limite) throw indisponivel('esquema_desatualizado', 'O banco não tem o esquema desta versão, e ALICIT_MIGRAR=comando diz que este processo não migra. Rode antes: alicit migrar.');
  }
}

async function isCurrent(consulta: Consulta, outros: readonly Migrador[]): Promise<boolean> {
  if (!(await isNossoAtual(consulta))) return false;
  for (const outro of outros) if (!(await outro.isAtual(consulta))) return false;
  return true;
}

/** Every migration of this version is there (a newer schema than ours counts as current). */
async function isNossoAtual(consulta: Consulta): Promise<boolean> {
  const [tabela] = await consulta(`select to_regclass('${ESQUEMA}.migracao')::text as existe`);
  if (!tabela?.['existe']) return false;
  const nomes = new Set((await consulta(`select name from ${ESQUEMA}.migracao`)).map((r) => r['name']));
  return MIGRATIONS.every((m) => nomes.has(m.name));
}

/** Lock, schemas and migrations in one transaction of one connection: a pooler with a single one is enough. */
async function migrate(url: string, config: Config['banco'], outros: readonly Migrador[]): Promise<readonly string[]> {
  const fonte = new DataSource(createOpcoes(url, { ...config, tempoMs: MIGRAR_MS, conexoes: 1 }, () => undefined));
  await fonte.initialize().catch((erro: unknown) => {
    throw toErroDeConexao(erro);
  });
  const runner = fonte.createQueryRunner();
  try {
    return await withTravaMigracao(runner, MIGRAR_MS, () => migrateAll(fonte, runner, outros));
  } finally {
    await runner.release();
    await fonte.destroy();
  }
}

async function migrateAll(fonte: DataSource, runner: QueryRunner, outros: readonly Migrador[]): Promise<readonly string[]> {
  const consulta: Consulta = (sql) => runner.query(sql) as Promise<Linhas>;
  const feitas: string[] = [];
  if (!(await isNossoAtual(consulta))) {
    await runner.query(`create schema if not exists ${ESQUEMA}`);
    const executor = new MigrationExecutor(fonte, runner);
    executor.transaction = 'none';
    feitas.push(...(await executor.executePendingMigrations()).map((m) => `migração ${m.name}`));
  }
  for (const outro of outros) if (!(await outro.isAtual(consulta))) feitas.push(await outro.migrate(consulta));
  return feitas;
}
