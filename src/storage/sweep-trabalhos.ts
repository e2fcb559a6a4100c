import type { DataSource } from 'typeorm';

const LOTE = 200;
const MAX_LOTES = 50;
/** Work younger than this may be of a run that has not written yet that it made it. */
const NOVO = `interval '1 day'`;

/** Deletes judgements and reports that no analysis refers to: what an erasure and a run that crossed left. @returns how many */
export const sweepOrfaos = (fonte: Pick<DataSource, 'query'>): Promise<number> =>
  erase(fonte,
    `t.organizacao_id is not null and t.criado_em < now() - ${NOVO}
     and not exists (select 1 from alicit.analise a where a.organizacao_id = t.organizacao_id and a.resultado = t.chave)
     and not exists (select 1 from alicit.analise a where a.organizacao_id = t.organizacao_id and a.relatorio = t.chave)
     and not exists (select 1 from alicit.analise_etapa e where e.organizacao_id = t.organizacao_id and e.trabalho = t.chave)
     and not exists (select 1 from alicit.analise a where a.id = t.analise_id and a.estado in ('na_fila', 'executando'))`);

/** Deletes readings that nobody asked for in so many days, with those of older versions: they are made again from the files when asked for. @returns how many */
export const sweepLeiturasSemUso = (fonte: Pick<DataSource, 'query'>, dias: number): Promise<number> =>
  erase(fonte, `t.organizacao_id is null and t.usado_em < now() - $1 * interval '1 day'`, [dias]);

async function erase(fonte: Pick<DataSource, 'query'>, onde: string, valores: unknown[] = []): Promise<number> {
  let total = 0;
  for (let lote = 0; lote < MAX_LOTES; lote++) {
    const [, apagados] = await fonte.query<[unknown[], number]>(`delete from alicit.trabalho where chave in (select t.chave from alicit.trabalho t where ${onde} limit ${LOTE} for update skip locked)`, valores);
    total += apagados;
    if (apagados < LOTE) break;
  }
  return total;
}
