import type { DataSource } from 'typeorm';

const LOTE = 500;
/** A novelty nobody took in so long is of no use, days. */
const NOVAS_DIAS = 30;

/** Erases texts and matches of tenders that closed more than so many days ago, and matches above what is kept of a company. @returns how many rows */
export async function sweepRecomendacoes(fonte: Pick<DataSource, 'query'>, { diasEncerradas, maxPorEmpresa }: { readonly diasEncerradas: number; readonly maxPorEmpresa: number }): Promise<number> {
  const velhos = await fonte.query<{ numero: string }[]>(`select numero from alicit.recomendacao_texto where encerramento < now() - make_interval(days => $1) order by encerramento limit $2`, [diasEncerradas, LOTE]);
  const numeros = velhos.map((v) => v.numero);
  let apagados = 0;
  if (numeros.length) {
    for (const sql of [
      'delete from alicit.recomendacao /* sistema: tenders that closed long ago */ where numero = any($1::text[])',
      'delete from alicit.recomendacao_nova /* sistema: tenders that closed long ago */ where numero = any($1::text[])',
      'delete from alicit.recomendacao_texto where numero = any($1::text[])',
    ])
      apagados += (await fonte.query<[unknown, number]>(sql, [numeros]))[1];
  }
  apagados += (await fonte.query<[unknown, number]>('delete from alicit.recomendacao_nova /* sistema: nobody came for them */ where criada_em < now() - make_interval(days => $1)', [NOVAS_DIAS]))[1];
  return apagados + (await trim(fonte, maxPorEmpresa));
}

/** Companies that new tenders have filled above their measure keep the best, and know from then on the least of them. */
async function trim(fonte: Pick<DataSource, 'query'>, maxPorEmpresa: number): Promise<number> {
  const [linha] = await fonte.query<{ apagadas: number }[]>(
    `with cheia as (select empresa_id from alicit.recomendacao /* sistema: above what is kept of a company */ where not excluida group by empresa_id having count(*) > $1 limit $2),
     posta as (select r.empresa_id, r.numero, r.ordem, row_number() over (partition by r.empresa_id order by r.ordem desc, r.numero) as lugar from alicit.recomendacao r join cheia using (empresa_id) where not r.excluida),
     tirada as (delete from alicit.recomendacao r using posta p where p.lugar > $1 and r.empresa_id = p.empresa_id and r.numero = p.numero returning 1),
     marcada as (update alicit.recomendacao_empresa e set cortada = true, corte = p.ordem from posta p where p.lugar = $1 and e.empresa_id = p.empresa_id returning 1)
     select (select count(*)::int from tirada) as apagadas, (select count(*) from marcada)`, [maxPorEmpresa, LOTE],
  );
  return linha!.apagadas;
}
