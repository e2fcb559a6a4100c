import type { DataSource } from 'typeorm';

const LOTE = 1000;
const MAX_LOTES = 50;

/** Deletes kept answers that expired, a thousand at a time, in any process. @returns how many */
export async function sweepRespostas(fonte: Pick<DataSource, 'query'>): Promise<number> {
  let total = 0;
  for (let lote = 0; lote < MAX_LOTES; lote++) {
    const [, apagadas] = await fonte.query<[unknown[], number]>(
      `delete from alicit.idempotencia where (organizacao_id, chave) in
       (select organizacao_id, chave from alicit.idempotencia where expira_em <= now() limit ${LOTE} for update skip locked)`,
    );
    total += apagadas;
    if (apagadas < LOTE) break;
  }
  return total;
}
