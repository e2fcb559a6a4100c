import type { ClientBase } from 'pg';
import { DataSource, MigrationExecutor } from 'typeorm';
import type { Config } from '../config/index.js';
import { createOpcoes, ESQUEMA } from './data-source.js';
import { toErroDeConexao } from './erro-de-conexao.js';
import { MIGRATIONS } from './migrations/index.js';
import { withTravaMigracao } from './trava-migracao.js';

/** The migrations this program knows, oldest first. */
export const NOMES_DAS_MIGRACOES: readonly string[] = MIGRATIONS.map((m) => m.name);

/** How long to wait for who migrates. */
const TRAVA_MS = 60_000;

/** What happens around a schema that is made again, all of it in one transaction. */
export interface Reconstrucao {
  /** Migrations the data was written under. */
  readonly migracoes: readonly string[];
  /** Under the lock, before anything is dropped: may refuse by throwing. */
  before(cliente: ClientBase): Promise<void>;
  /** Over the empty schema as those migrations made it. */
  fill(cliente: ClientBase): Promise<void>;
  /** After the other migrations, last before the commit. */
  after(cliente: ClientBase): Promise<void>;
}

/** Drops the application's schema and makes it again with data in it: all of it happens, or nothing. One connection is enough. */
export async function rebuildEsquema(url: string, config: Config['banco'], { migracoes, before, fill, after }: Reconstrucao): Promise<void> {
  const fonte = new DataSource({ ...createOpcoes(url, { ...config, conexoes: 1 }, () => undefined), applicationName: 'alicit-restauracao', extra: {} } as ConstructorParameters<typeof DataSource>[0]);
  await fonte.initialize().catch((erro: unknown) => {
    throw toErroDeConexao(erro);
  });
  const runner = fonte.createQueryRunner();
  try {
    const cliente = (await runner.connect()) as ClientBase;
    await withTravaMigracao(runner, TRAVA_MS, async () => {
      await runner.query(`set local lock_timeout = '60s'`);
      await before(cliente);
      await runner.query(`drop schema if exists ${ESQUEMA} cascade`);
      await runner.query(`create schema ${ESQUEMA}`);
      await migrate(fonte, runner, (nome) => migracoes.includes(nome));
      await fill(cliente);
      await migrate(fonte, runner, () => true);
      await after(cliente);
    });
  } finally {
    await runner.release();
    await fonte.destroy();
  }
}

async function migrate(fonte: DataSource, runner: ReturnType<DataSource['createQueryRunner']>, wanted: (nome: string) => boolean): Promise<void> {
  const executor = new MigrationExecutor(fonte, runner);
  executor.transaction = 'none';
  for (const migracao of await executor.getPendingMigrations()) if (wanted(migracao.name)) await executor.executeMigration(migracao);
}
