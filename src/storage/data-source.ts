import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../config/index.js';
import { ClienteComTracos } from './cliente-com-tracos.js';
import { MIGRATIONS } from './migrations/index.js';

/** Schema of the application; Mastra and pg-boss have their own. */
export const ESQUEMA = 'alicit';

type ConfigBanco = Config['banco'];

/** One pool for each process, shared by TypeORM, pg-boss and Mastra. Every statement has a limit of time. */
export function createOpcoes(url: string, config: ConfigBanco, onErro: (erro: unknown) => void): DataSourceOptions {
  return {
    type: 'postgres', url, schema: ESQUEMA, installExtensions: false, synchronize: false, logging: false, migrationsRun: false,
    migrations: [...MIGRATIONS], migrationsTableName: 'migracao', migrationsTransactionMode: 'all',
    poolSize: config.conexoes, poolErrorHandler: onErro, applicationName: 'alicit', connectTimeoutMS: 10_000,
    extra: { Client: ClienteComTracos, idleTimeoutMillis: 30_000, query_timeout: config.tempoMs + 1000, ...(config.pooler ? {} : { statement_timeout: config.tempoMs, idle_in_transaction_session_timeout: config.tempoMs }) },
  };
}
