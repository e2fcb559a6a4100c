import type { Pool } from 'pg';

/** What the server says of itself to this role. */
export interface Servidor {
  /** Connections it offers to this role in this database: what it has less what it keeps for superusers, or a lower limit of the role's or the database's. */
  readonly disponiveis: number;
  /** Which of them is the lowest. */
  readonly limitadoPor: 'max_connections' | 'papel' | 'banco';
  /** Longest statement it allows in our sessions, ms; 0: no limit. */
  readonly tempoMs: number;
}

interface Linha {
  readonly maximo: number;
  readonly reservadas: number;
  readonly papel: number | null;
  readonly banco: number | null;
  readonly tempo: number;
}

/** Behind a pooler it is still the server that answers; of the pooler's own limits nothing can be asked. */
export async function readServidor(pool: Pick<Pool, 'query'>): Promise<Servidor> {
  const { rows } = await pool.query<Linha>(
    `select current_setting('max_connections')::int as maximo,
       current_setting('superuser_reserved_connections')::int + coalesce(nullif(current_setting('reserved_connections', true), '')::int, 0) as reservadas,
       (select nullif(rolconnlimit, -1) from pg_roles where rolname = current_user) as papel,
       (select nullif(datconnlimit, -1) from pg_database where datname = current_database()) as banco,
       (select setting::int from pg_settings where name = 'statement_timeout') as tempo`,
  );
  const { maximo, reservadas, papel, banco, tempo } = rows[0]!;
  const limites = [[maximo - reservadas, 'max_connections'], [papel ?? Infinity, 'papel'], [banco ?? Infinity, 'banco']] as const;
  const [disponiveis, limitadoPor] = limites.reduce((menor, l) => (l[0] < menor[0] ? l : menor));
  return { disponiveis, limitadoPor, tempoMs: tempo };
}
