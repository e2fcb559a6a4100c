import type { DataSource } from 'typeorm';

/** Days without a question after which a conversation is erased. */
export const DIAS_SEM_USO = 180;
const LOTE = 500;
const MAX_LOTES = 20;

/** Erases conversations in which nothing was asked for `DIAS_SEM_USO` days; what is left comes at the next turn. @returns how many */
export async function sweepConversas(fonte: Pick<DataSource, 'query'>, agora = new Date()): Promise<number> {
  const antes = new Date(agora.getTime() - DIAS_SEM_USO * 86_400_000);
  let apagadas = 0;
  for (let i = 0; i < MAX_LOTES; i++) {
    const [, n] = await fonte.query<[unknown, number]>('delete from alicit.conversa where id in (select id from alicit.conversa /* sistema: sweeps all */ where atualizada_em < $1 order by atualizada_em limit $2)', [antes, LOTE]);
    apagadas += n;
    if (n < LOTE) break;
  }
  return apagadas;
}
