import type { DataSource } from 'typeorm';

/** Analyses accepted before an instant and not finished: how many (counted up to `MAX`), and when the oldest was accepted. */
export interface Paradas {
  readonly total: number;
  readonly maisAntiga: Date | null;
}

const MAX = 100_000;

/** Of all organisations together; reads the index of what is open. */
export async function readParadas(fonte: Pick<DataSource, 'query'>, antesDe: Date): Promise<Paradas> {
  const [linha] = await fonte.query<Paradas[]>(
    `select count(*)::int as total, min(criada_em) as "maisAntiga" from (select criada_em from alicit.analise where estado in ('na_fila', 'executando') and criada_em < $1 order by criada_em limit ${MAX}) a /* sistema: totals of the service */`, [antesDe],
  );
  return linha ?? { total: 0, maisAntiga: null };
}
