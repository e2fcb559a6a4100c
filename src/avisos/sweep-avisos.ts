import type { DataSource } from 'typeorm';

const LOTE = 1000;
const MAX_LOTES = 50;

/** Each bounded: what is left comes at the next turn. Messages that are still to be sent stay. */
const VASSOURAS = [
  'delete from alicit.aviso where id in (select id from alicit.aviso /* sistema: sweeps all */ where criado_em < $1 and enviar_em is null order by criado_em limit $2)',
  `delete from alicit.aviso_mensagem where id in (select id from alicit.aviso_mensagem /* sistema: sweeps all */ where criada_em < $1 and estado <> 'pendente' order by criada_em limit $2)`,
  'delete from alicit.aviso_link where segredo_hash in (select segredo_hash from alicit.aviso_link /* sistema: sweeps all */ where expira_em < $1 order by expira_em limit $2)',
  `delete from alicit.aviso_email where id in (select id from alicit.aviso_email /* sistema: sweeps all */ where estado = 'removido' and greatest(criado_em, confirmacao_em, cancelado_em) < $1 limit $2)`,
] as const;

/** Erases the record of what was told longer ago than `dias`, links long past, and addresses long taken out. @returns how many rows */
export async function sweepAvisos(fonte: DataSource, dias: number, agora = new Date()): Promise<number> {
  const antes = new Date(agora.getTime() - dias * 86_400_000);
  let apagadas = 0;
  for (const vassoura of VASSOURAS) {
    for (let i = 0; i < MAX_LOTES; i++) {
      const [, n] = await fonte.query<[unknown, number]>(vassoura, [antes, LOTE]);
      apagadas += n;
      if (n < LOTE) break;
    }
  }
  return apagadas;
}
