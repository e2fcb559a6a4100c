import pg from 'pg';
import { indisponivel } from '../../kernel/index.js';
import type { Ambiente } from './ambiente.js';

/** A connection of the thread, for one task. */
export type Cliente = Pick<pg.PoolClient, 'query'>;

/** A connection that nobody used for this long is closed: a thread with nothing to do holds none. */
const OCIOSA_MS = 5000;

/** What asks for rows alone. */
export const consultaDe = (c: Cliente) => async (sql: string, valores: readonly unknown[]): Promise<{ motor: string }[]> => (await c.query<{ motor: string }>(sql, [...valores])).rows;

let aberto: { readonly chave: string; readonly pool: pg.Pool } | null = null;

function poolDe({ url, tempoMs, pooler, conexoes }: Ambiente): pg.Pool {
  const chave = JSON.stringify([url, tempoMs, pooler, conexoes]);
  if (aberto?.chave === chave) return aberto.pool;
  void aberto?.pool.end().catch(() => undefined);
  const pool = new pg.Pool({
    connectionString: url, application_name: 'alicit-recomendacoes', max: conexoes, idleTimeoutMillis: OCIOSA_MS, allowExitOnIdle: true, connectionTimeoutMillis: 10_000, query_timeout: tempoMs + 1000,
    ...(pooler ? {} : { statement_timeout: tempoMs, idle_in_transaction_session_timeout: tempoMs }),
  });
  // An idle connection that is lost: the next task opens another.
  pool.on('error', () => undefined);
  aberto = { chave, pool };
  return pool;
}

/** Uses a connection of the thread's own. @throws AlicitError `banco_indisponivel` when there is none to be had */
export async function withCliente<T>(ambiente: Ambiente, usar: (c: Cliente) => Promise<T>): Promise<T> {
  const cliente = await poolDe(ambiente).connect().catch(() => {
    throw indisponivel('banco_indisponivel', 'O banco de dados não respondeu. Tente de novo em instantes.', { tentarEmS: 5 });
  });
  let quebrada = true;
  try {
    const feito = await usar(cliente);
    quebrada = false;
    return feito;
  } finally {
    // After an error nobody knows in what state it is.
    cliente.release(quebrada);
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
