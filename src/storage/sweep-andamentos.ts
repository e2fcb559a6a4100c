import type { DataSource } from 'typeorm';

const LOTE = 1000;

/**
 * Deletes what is told of readings that failed, or whose process is gone, a day ago: who asks next starts another. Readings
 * themselves are not touched. @returns how many
 */
export async function sweepAndamentos(fonte: Pick<DataSource, 'query'>): Promise<number> {
  const [, apagados] = await fonte.query<[unknown[], number]>(
    `delete from alicit.leitura where licitacao_id in
     (select licitacao_id from alicit.leitura where estado <> 'pronta' and atualizada_em < now() - interval '1 day' limit ${LOTE} for update skip locked)`,
  );
  return apagados;
}
