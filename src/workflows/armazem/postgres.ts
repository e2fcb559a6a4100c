import type { WorkflowsStorage } from '@mastra/core/storage';
import { Pool } from 'pg';
import { CONEXOES } from '../../config/index.js';
import { indisponivel } from '../../kernel/index.js';
import { NOME_WORKFLOW, type ArmazemExecucoes, type TipoArmazem } from './armazem.js';

export const ESQUEMA = 'mastra';
const TABELA = `${ESQUEMA}.mastra_workflow_snapshot`;
/** Held while tables are made in another database: processes that start together wait for each other. */
const TRAVA = 0x414c4558;
const TEMPO_MS = 5000;
/** SQLSTATE of what is not there yet: table, schema. */
const AUSENTE: ReadonlySet<string> = new Set(['42P01', '3F000']);

/**
 * Runs in PostgreSQL. A connection is asked for nothing that a pooler in transaction mode cannot give: no named
 * statements, no settings of the session, limits of time kept on this side.
 */
export class ArmazemPostgres implements ArmazemExecucoes {
  private constructor(readonly tipo: TipoArmazem, private readonly pool: Pool) {}

  /** Over the process's own pool, which is its owner's to close. */
  static ofAplicacao(pool: Pool): ArmazemPostgres {
    return new ArmazemPostgres('aplicacao', pool);
  }

  /** Over a small pool of its own. `onErro`: an idle connection was lost. */
  static open(url: string, onErro: (erro: unknown) => void): ArmazemPostgres {
    const pool = new Pool({ connectionString: url, application_name: 'alicit-execucoes', max: CONEXOES.execucoes, connectionTimeoutMillis: TEMPO_MS, query_timeout: TEMPO_MS, idleTimeoutMillis: 30_000, keepAlive: true });
    pool.on('error', onErro);
    return new ArmazemPostgres('postgres', pool);
  }

  async openDominio(): Promise<WorkflowsStorage> {
    const { WorkflowsPG } = await import('@mastra/pg');
    // Its indexes are made concurrently, which waits for every transaction, our lock's too; none serves what we ask.
    const workflows = new WorkflowsPG({ pool: this.pool, schemaName: ESQUEMA, skipDefaultIndexes: this.tipo !== 'aplicacao' });
    await this.prepare(() => workflows.init());
    return workflows;
  }

  async forget(analiseId: string, exceto = ''): Promise<void> {
    await this.pool.query(`delete from ${TABELA} where workflow_name = $1 and split_part(run_id, '.', 1) = $2 and run_id <> $3`, [NOME_WORKFLOW, analiseId, exceto]);
  }

  async list(depois: string, limite: number): Promise<readonly string[]> {
    try {
      const { rows } = await this.pool.query<{ run_id: string }>(`select run_id from ${TABELA} where workflow_name = $1 and run_id collate "C" > $2 order by run_id collate "C" limit $3`, [NOME_WORKFLOW, depois, limite]);
      return rows.map((l) => l.run_id);
    } catch (erro) {
      if (AUSENTE.has((erro as { code?: string }).code ?? '')) return [];
      throw erro;
    }
  }

  async erase(runIds: readonly string[]): Promise<number> {
    const { rowCount } = await this.pool.query(`delete from ${TABELA} where workflow_name = $1 and run_id = any($2)`, [NOME_WORKFLOW, runIds]);
    return rowCount ?? 0;
  }

  async ping(): Promise<void> {
    const { rows } = await this.pool.query<{ le: boolean }>(`select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as le`);
    if (rows[0]?.le) throw indisponivel('somente_leitura', 'O PostgreSQL do estado das execuções só aceita leituras. Aponte MASTRA_STORAGE_URL para o servidor principal.');
  }

  async close(): Promise<void> {
    if (this.tipo !== 'aplicacao') await this.pool.end();
  }

  /** Schema and tables: in the application's database, a migration made them (0017). In another, here, under a lock in a transaction of its own so that a pooler keeps it. */
  private async prepare(init: () => Promise<void>): Promise<void> {
    if (this.tipo === 'aplicacao') return;
    const trava = await this.pool.connect();
    let falha: Error | undefined;
    try {
      await trava.query('begin');
      await trava.query('select pg_advisory_xact_lock($1)', [TRAVA]);
      await this.ensureEsquema(this.pool);
      await init();
      await trava.query('commit');
    } catch (erro) {
      falha = erro instanceof Error ? erro : new Error(String(erro));
      throw erro;
    } finally {
      // A connection that failed, perhaps within the transaction, is not used again.
      trava.release(falha);
    }
  }

  /** Asked first: `create schema if not exists` wants the right to make schemas even when it is there. */
  private async ensureEsquema(pool: Pool): Promise<void> {
    const { rowCount } = await pool.query('select 1 from pg_namespace where nspname = $1', [ESQUEMA]);
    if (!rowCount) await pool.query(`create schema if not exists ${ESQUEMA}`);
  }
}
