import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../config/index.js';
import { ClienteComTracos } from './cliente-com-tracos.js';
import { MIGRATIONS } from './migrations/index.js';

/** Schema of the application; Mastra and pg-boss have their own. */
export const ESQUEMA = 'alicit';

type ConfigBanco = Config['banco'];

/**
 * What is set at the start of a session: the server's own limits, so that nothing runs on when nobody waits for it. A pooler
 * refuses them (pgbouncer), and then they belong to the role: `alter role … set statement_timeout`.
 */
export const toSessao = ({ pooler, tempoMs }: Pick<ConfigBanco, 'pooler' | 'tempoMs'>): { readonly statement_timeout?: number; readonly idle_in_transaction_session_timeout?: number } =>
  pooler ? {} : { statement_timeout: tempoMs, idle_in_transaction_session_timeout: tempoMs };

/** One pool for each process, shared by TypeORM, pg-boss and Mastra. Every statement has a limit of time. */
export function createOpcoes(url: string, config: ConfigBanco, onErro: (erro: unknown) => void): DataSourceOptions {
  return {
    type: 'postgres', url, schema: ESQUEMA, installExtensions: false, synchronize: false, logging: false, migrationsRun: false,
    migrations: [...MIGRATIONS], migrationsTableName: 'migracao', migrationsTransactionMode: 'all',
    poolSize: config.conexoes, poolErrorHandler: onErro, applicationName: 'alicit', connectTimeoutMS: 10_000,
    extra: { Client: ClienteComTracos, idleTimeoutMillis: 30_000, query_timeout: config.tempoMs + 1000, ...toSessao(config) },
  };
}
