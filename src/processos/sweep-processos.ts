import type { DataSource } from 'typeorm';

/** Deletes processes that were killed: silent for an hour. @returns how many */
export async function sweepProcessos(fonte: Pick<DataSource, 'query'>): Promise<number> {
  const [, apagados] = await fonte.query<[unknown[], number]>(`delete from alicit.processo where visto_em < now() - interval '1 hour'`);
  return apagados;
}
