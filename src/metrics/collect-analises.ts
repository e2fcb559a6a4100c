import { performance } from 'node:perf_hooks';
import type { Pool, PoolClient } from 'pg';
import { encodeTime } from 'ulid';
import { rememberColeta } from '../observacao/index.js';

/** Numbers the database knows, for all processes together. */
export interface NumerosDoBanco {
  /** Accepted and not finished, by state. */
  readonly abertas: Readonly<Record<string, number>>;
  /** Age of the oldest of them, seconds; 0 when there is none. */
  readonly maisAntigaS: number;
  /** Created in the last 24 hours, by state. */
  readonly recentes: Readonly<Record<string, number>>;
  /** Jobs of pg-boss by queue and state (`created`, `retry`, `active`), and seconds the oldest whose turn came waits (0 of `active`). */
  readonly fila: readonly { readonly fila: string; readonly estado: string; readonly total: number; readonly esperaS: number }[];
  /** All queues there are. */
  readonly filas: readonly string[];
}

const DIA_MS = 86_400_000;
/** Asked at most this often, and never longer than this, ms. */
const VALIDADE_MS = 5000;
const LIMITE_MS = 2000;

/**
 * One question to the database each 5 s at most, in a transaction of its own with a limit of time, whoever asks and
 * however many ask. @throws what the database said; the failure counts for the 5 s too
 */
export function createColetaDoBanco(pool: Pool): () => Promise<NumerosDoBanco> {
  return rememberColeta(() => collect(pool), VALIDADE_MS);
}

async function collect(pool: Pool): Promise<NumerosDoBanco> {
  const fim = performance.now() + LIMITE_MS;
  let relogio: NodeJS.Timeout | undefined;
  const tarde = new Promise<never>((_, reject) => (relogio = setTimeout(() => reject(new Error('a coleta passou do tempo')), LIMITE_MS)));
  try {
    return await Promise.race([query(pool, fim), tarde]);
  } finally {
    clearTimeout(relogio);
  }
}

async function query(pool: Pool, fim: number): Promise<NumerosDoBanco> {
  const cliente = await pool.connect();
  try {
    // The wait for a connection may have used the time up: whoever asked is gone.
    if (performance.now() > fim) throw new Error('a coleta passou do tempo');
    await cliente.query('begin read only');
    await cliente.query(`set local statement_timeout = ${LIMITE_MS}`);
    // The first two read an index of what is open; the third, the last day by the primary key, which sorts by time.
    const abertas = await cliente.query<{ estado: string; total: number; idade: number }>(
      `select estado, count(*)::int as total, extract(epoch from now() - min(criada_em))::float8 as idade from alicit.analise /* sistema: totals of the service */ where estado in ('na_fila', 'executando') group by estado`,
    );
    const recentes = await cliente.query<{ estado: string; total: number }>('select estado, count(*)::int as total from alicit.analise /* sistema: totals of the service */ where id >= $1 group by estado', [`ana_${encodeTime(Date.now() - DIA_MS, 10)}`]);
    const temFila = await cliente.query<{ tem: string | null }>(`select to_regclass('pgboss.job') as tem`);
    const { fila, filas } = temFila.rows[0]?.tem ? await queryFila(cliente) : { fila: [], filas: [] };
    await cliente.query('commit');
    cliente.release();
    return {
      abertas: { na_fila: 0, executando: 0, ...Object.fromEntries(abertas.rows.map((r) => [r.estado, r.total])) }, maisAntigaS: Math.max(0, ...abertas.rows.map((r) => r.idade)),
      recentes: Object.fromEntries(recentes.rows.map((r) => [r.estado, r.total])), fila, filas,
    };
  } catch (erro) {
    // In the middle of a transaction, or of something worse: not given back to the pool.
    cliente.release(true);
    throw erro;
  }
}

async function queryFila(cliente: PoolClient): Promise<Pick<NumerosDoBanco, 'fila' | 'filas'>> {
  const { rows: fila } = await cliente.query<NumerosDoBanco['fila'][number]>(
    `select name as fila, state::text as estado, count(*)::int as total,
       coalesce(max(extract(epoch from now() - greatest(created_on, start_after))) filter (where state < 'active' and start_after <= now()), 0)::float8 as "esperaS"
     from pgboss.job where state < 'completed' group by 1, 2 order by 1, 2 limit 200`,
  );
  const { rows: filas } = await cliente.query<{ nome: string }>(`select name as nome from pgboss.queue where name not like '\\_\\_pgboss%' order by 1 limit 100`);
  return { fila, filas: filas.map((f) => f.nome) };
}
