import type { ClientBase } from 'pg';
import type { SequenciaCopiada } from './domain/manifesto.js';

/** Tables that no backup holds, and why. Every other table of the schema is copied: a new one is never forgotten. */
export const FORA_DA_COPIA: Readonly<Record<string, string>> = {
  migracao: 'the restore makes the schema again, and this is its record',
  processo: 'who is alive now',
};

/** A table and its columns that hold data (generated ones are made again). */
export interface TabelaComColunas {
  readonly nome: string;
  readonly colunas: readonly string[];
}

/** The schema's tables with data, by name. */
export async function readTabelas(cliente: ClientBase): Promise<readonly TabelaComColunas[]> {
  const { rows } = await cliente.query<{ nome: string; colunas: string[] }>(
    `select c.relname as nome, array_agg(a.attname::text order by a.attnum) as colunas
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'alicit'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition group by 1 order by 1`,
  );
  return rows.filter(({ nome }) => !Object.hasOwn(FORA_DA_COPIA, nome));
}

/** Where each sequence is. Read after the tables' snapshot was taken, so that it is never behind the rows. */
export async function readSequencias(cliente: ClientBase): Promise<readonly SequenciaCopiada[]> {
  const { rows } = await cliente.query<{ nome: string }>(`select relname as nome from pg_class where relnamespace = 'alicit'::regnamespace and relkind = 'S' order by 1`);
  const lidas: SequenciaCopiada[] = [];
  for (const { nome } of rows.filter((r) => r.nome !== 'migracao_id_seq')) {
    const { rows: [onde] } = await cliente.query<{ ultimo: string; usado: boolean }>(`select last_value::text as ultimo, is_called as usado from alicit.${quote(nome)}`);
    lidas.push({ nome, ...onde! });
  }
  return lidas;
}

/** An identifier in SQL. */
export const quote = (nome: string): string => `"${nome.replaceAll('"', '""')}"`;

/** What a COPY of a table is about: `alicit."x" ("a", "b")`. */
export const describeTabela = ({ nome, colunas }: TabelaComColunas): string => `alicit.${quote(nome)} (${colunas.map(quote).join(', ')})`;

/** How values are written and read, the same whatever the server's settings; for the transaction only. */
export async function fixFormatos(cliente: ClientBase): Promise<void> {
  for (const ajuste of [`statement_timeout = 0`, `lock_timeout = '60s'`, `idle_in_transaction_session_timeout = 0`, `datestyle = 'ISO, YMD'`, `intervalstyle = 'postgres'`, `timezone = 'UTC'`, `bytea_output = 'hex'`, `extra_float_digits = 1`]) await cliente.query(`set local ${ajuste}`);
}
