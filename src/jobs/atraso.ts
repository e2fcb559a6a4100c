import type { Pool } from 'pg';
import type { Verificacao } from '../observacao/index.js';
import type { Fila } from './tipos.js';

/** How long the oldest job of a queue that could be worked on waits for its turn, seconds; 0: none waits. */
export interface Atraso {
  readonly fila: string;
  readonly atrasoS: number;
}

/** The moment of the first job of a queue that waits in this state: one look into an index (pg-boss's job_i14). Jobs put off until later do not wait yet. */
const firstOf = (estado: 'created' | 'retry'): string =>
  `(select j.start_after from pgboss.job j where j.name = f.nome and j.state = '${estado}' and not j.blocked and j.start_after <= now() order by j.start_after limit 1)`;

/** How late each queue is, whatever the number of its jobs. */
export async function readAtrasos(pool: Pick<Pool, 'query'>, filas: readonly string[]): Promise<readonly Atraso[]> {
  const { rows } = await pool.query<Atraso>(
    `select f.nome as fila, coalesce(extract(epoch from now() - least(${firstOf('created')}, ${firstOf('retry')})), 0)::float8 as "atrasoS" from unnest($1::text[]) as f(nome)`, [filas],
  );
  return rows;
}

/** Whether jobs wait longer than who waits for them should. `atrasoS`: the longest wait in queues somebody waits for; `atrasoMaximoS`: in any. */
export function judgeFila(atrasos: readonly Atraso[], filas: readonly Fila[]): Verificacao {
  const limiteDe = new Map(filas.map((f) => [f.nome, f.maxAtrasoMs]));
  const esperadas = atrasos.filter(({ fila }) => limiteDe.get(fila) !== undefined);
  const numeros = { atrasoS: worst(esperadas), atrasoMaximoS: worst(atrasos) };
  const atrasada = esperadas.some(({ fila, atrasoS }) => atrasoS * 1000 > limiteDe.get(fila)!);
  return atrasada ? { estado: 'degradado', erro: 'fila_atrasada', numeros } : { estado: 'ok', erro: null, numeros };
}

const worst = (atrasos: readonly Atraso[]): number => Math.round(Math.max(0, ...atrasos.map((a) => a.atrasoS)) * 10) / 10;
