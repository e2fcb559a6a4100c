import pg from 'pg';
import { indisponivel } from '../../kernel/index.js';
import type { Ambiente } from './ambiente.js';

/** A connection of the thread, for one task. */
export type Cliente = Pick<pg.Client, 'query'>;

/**
 * Opens a connection, uses it and closes it: a thread may be ended at any time, and holds none while it has nothing to do.
 * @throws AlicitError `banco_indisponivel` when it cannot be opened
 */
export async function withCliente<T>({ url, tempoMs, pooler }: Ambiente, usar: (c: Cliente) => Promise<T>): Promise<T> {
  const cliente = new pg.Client({ connectionString: url, application_name: 'alicit-recomendacoes', connectionTimeoutMillis: 10_000, query_timeout: tempoMs + 1000, ...(pooler ? {} : { statement_timeout: tempoMs, idle_in_transaction_session_timeout: tempoMs }) });
  // A connection that is lost between queries: the next query says so.
  cliente.on('error', () => undefined);
  await cliente.connect().catch(() => {
    throw indisponivel('banco_indisponivel', 'O banco de dados não respondeu. Tente de novo em instantes.', { tentarEmS: 5 });
  });
  try {
    return await usar(cliente);
  } finally {
    await cliente.end().catch(() => undefined);
  }
}

/** All of it or nothing. */
export async function transact<T>(c: Cliente, fazer: () => Promise<T>): Promise<T> {
  await c.query('begin');
  try {
    const feito = await fazer();
    await c.query('commit');
    return feito;
  } catch (erro) {
    await c.query('rollback').catch(() => undefined);
    throw erro;
  }
}

