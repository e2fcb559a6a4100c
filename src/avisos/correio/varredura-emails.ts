import type { DataSource } from 'typeorm';

/** Late by this much, a message's job was lost. */
const ATRASO_MS = 90_000;
const MAX_ACHADAS = 200;

/** Messages whose time passed without anyone taking them, oldest first. */
export async function findMensagensPerdidas(fonte: DataSource, agora: Date): Promise<readonly string[]> {
  const linhas = await fonte.query<{ id: string }[]>(
    `select id from alicit.aviso_mensagem /* sistema: sweeps all */ where estado = 'pendente' and proxima_em < $1 and (reservada_ate is null or reservada_ate < $2) order by proxima_em limit ${MAX_ACHADAS}`,
    [new Date(agora.getTime() - ATRASO_MS), agora],
  );
  return linhas.map((l) => l.id);
}
