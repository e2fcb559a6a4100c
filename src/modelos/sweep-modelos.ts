import type { DataSource } from 'typeorm';

const LOTE = 2000;
const MAX_LOTES = 20;
/** The ledger is kept for accounts: thirteen months, so that a month can be compared with that of the year before. */
const DIAS_REGISTRO = 400;

/** Deletes answers and vectors nobody used in so many days, claims and reservations of dead processes, and old accounts. Bounded: the rest goes at the next turn. @returns how many */
export async function sweepModelos(fonte: Pick<DataSource, 'query'>, diasSemUso: number): Promise<number> {
  const dias = `interval '${String(Math.trunc(diasSemUso))} days'`;
  const ontem = `interval '1 day'`;
  let apagados = 0;
  for (const [tabela, onde] of [
    ['modelo_resposta', `usado_em < now() - ${dias} or (resposta is null and posse_ate < now() - ${ontem})`],
    ['modelo_embedding', `usado_em < now() - ${dias} or (vetor is null and posse_ate < now() - ${ontem})`],
    ['modelo_reserva', `expira_em < now() - ${ontem}`],
    ['modelo_consumo', `atualizado_em < now() - greatest(${dias}, interval '2 days')`],
    ['modelo_chamada', `criado_em < now() - interval '${String(DIAS_REGISTRO)} days'`],
  ] as const) {
    for (let lote = 0; lote < MAX_LOTES; lote++) {
      const [, n] = await fonte.query<[unknown[], number]>(`delete from alicit.${tabela} where ctid = any(array(select ctid from alicit.${tabela} where ${onde} limit ${LOTE} for update skip locked)) /* sistema: what nobody uses, of any organizacao_id */`);
      apagados += n;
      if (n < LOTE) break;
    }
  }
  return apagados;
}
