import type { EntityManager } from 'typeorm';
import type { ChamadaFeita, ContextoDeModelo } from './domain/tipos.js';

/** One row for a call that was made, whatever became of it; none for an organisation erased meanwhile. @param desfecho `ok`, `recusada`, `cancelada`, or the cause of its failure */
export async function writeChamada(m: Pick<EntityManager, 'query'>, { organizacaoId, trabalhoId }: ContextoDeModelo, c: ChamadaFeita, desfecho: string): Promise<void> {
  await m.query(
    `insert into alicit.modelo_chamada (organizacao_id, trabalho_id, finalidade, modelo, versao_prompt, reserva, tokens_entrada, tokens_saida, custo_usd, tentativas, ms, desfecho)
     select $1::text, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 where $1::text is null or exists (select 1 from alicit.organizacao where id = $1 for key share)`,
    [organizacaoId, trabalhoId.slice(0, 200), c.finalidade, c.modelo, c.versaoPrompt, c.reserva, c.tokensEntrada, c.tokensSaida, c.custoUsd, c.tentativas, c.ms, desfecho],
  );
}
