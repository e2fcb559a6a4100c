import type { DataSource } from 'typeorm';

/** What the store needs of PostgreSQL: rows of a statement. */
export interface ConsultaPg {
  query<L>(sql: string, valores?: readonly unknown[]): Promise<readonly L[]>;
}

/** The same, and several statements of which all are made or none. */
export interface BancoPg extends ConsultaPg {
  transaction<T>(fazer: (consulta: ConsultaPg) => Promise<T>): Promise<T>;
}

/** Our database. Of a statement that gives no rows nothing is read. */
export const toBancoPg = (fonte: DataSource): BancoPg => ({
  query: (sql, valores = []) => fonte.query(sql, [...valores]),
  transaction: (fazer) => fonte.transaction((m) => fazer({ query: (sql, valores = []) => m.query(sql, [...valores]) })),
});
