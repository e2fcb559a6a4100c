import type { DataSource } from 'typeorm';
import type { DaEmpresa } from '../motor/motor.service.js';
import { VERSAO_MOTOR } from '../motor/versao.js';

export type EmpresaAtrasada = DaEmpresa;

/** None while there are no texts to match. Companies without matches first, then those of another profile or engine, then those of an older statistic, the longest waiting first. */
export const readAtrasadas = (fonte: Pick<DataSource, 'query'>, limite: number): Promise<EmpresaAtrasada[]> =>
  fonte.query<EmpresaAtrasada[]>(
    `select e.id as "empresaId", e.organizacao_id as "organizacaoId" from alicit.empresa e /* sistema: whose matches are to be made again */
     left join alicit.recomendacao_empresa r on r.empresa_id = e.id
     where exists (select 1 from alicit.recomendacao_texto) and (r.empresa_id is null or r.empresa_versao < e.versao or r.motor <> $1 or r.estatistica < coalesce((select max(id) from alicit.recomendacao_estatistica where motor = $1), 0))
     order by (r.empresa_id is not null and r.empresa_versao = e.versao and r.motor = $1), r.calculada_em nulls first limit $2`, [VERSAO_MOTOR, limite],
  );
