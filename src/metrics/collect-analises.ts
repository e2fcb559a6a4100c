import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import { encodeTime } from 'ulid';

/** Numbers the database knows, for all processes together. */
export interface NumerosDoBanco {
  /** Accepted and not finished, by state. */
  readonly abertas: Readonly<Record<string, number>>;
  /** Age of the oldest of them, seconds; 0 when there is none. */
  readonly maisAntigaS: number;
  /** Created in the last 24 hours, by state. */
  readonly recentes: Readonly<Record<string, number>>;
  /** Jobs of pg-boss by queue and state (`created`, `retry`, `active`). */
  readonly fila: readonly { readonly fila: string; readonly estado: string; readonly total: number }[];
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
  let feita: { readonly ate: number; readonly numeros: Promise<NumerosDoBanco> } | null = null;
  return () => {
    if (!feita || performance.now() >= feita.ate) {
      const numeros = collect(pool);
      numeros.catch(() => undefined);
      feita = { ate: performance.now() + VALIDADE_MS, numeros };
    }
    return feita.numeros;
  };
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
    const fila = temFila.rows[0]?.tem ? await cliente.query<{ fila: string; estado: string; total: number }>(`select name as fila, state::text as estado, count(*)::int as total from pgboss.job where state < 'completed' group by 1, 2 order by 1, 2 limit 100`) : { rows: [] };
    await cliente.query('commit');
    cliente.release();
    return {
      abertas: { na_fila: 0, executando: 0, ...Object.fromEntries(abertas.rows.map((r) => [r.estado, r.total])) }, maisAntigaS: Math.max(0, ...abertas.rows.map((r) => r.idade)),
      recentes: Object.fromEntries(recentes.rows.map((r) => [r.estado, r.total])), fila: fila.rows,
    };
  } catch (erro) {
    // In the middle of a transaction, or of something worse: not given back to the pool.
    cliente.release(true);
    throw erro;
  }
}
