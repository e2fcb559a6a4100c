import type { Pool } from 'pg';
import type { EntityManager } from 'typeorm';

export const ESQUEMA = 'mastra';
export const NOME_WORKFLOW = 'analisar-licitacao';
/** Snapshots erased in one sweep. */
const LOTE = 1000;

/** A run belongs to an analysis and a version of the workflow: another version starts its own. */
export const runIdOf = (analiseId: string, versao: string): string => `${analiseId}.v${versao}`;

/** Forgets the snapshots of an analysis, but that of `exceto`. */
export async function forgetSnapshots(pool: Pool, analiseId: string, exceto = ''): Promise<void> {
  await pool.query(`delete from ${ESQUEMA}.mastra_workflow_snapshot where workflow_name = $1 and split_part(run_id, '.', 1) = $2 and run_id <> $3`, [NOME_WORKFLOW, analiseId, exceto]);
}

/** Forgets the snapshots of an organisation's analyses, while its rows still say which they are. */
export async function forgetSnapshotsDaOrganizacao(m: EntityManager, organizacaoId: string): Promise<void> {
  const [linha] = await m.query<{ tabela: string | null }[]>(`select to_regclass('${ESQUEMA}.mastra_workflow_snapshot') as tabela`);
  if (!linha?.tabela) return;
  await m.query(`delete from ${ESQUEMA}.mastra_workflow_snapshot where workflow_name = $1 and split_part(run_id, '.', 1) in (select id from alicit.analise where organizacao_id = $2)`, [NOME_WORKFLOW, organizacaoId]);
}

/** Forgets what runs of ended or erased analyses left: a frozen process may write a snapshot after the end. Nothing when no run ever was. @returns how many */
export async function sweepSnapshots(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ tabela: string | null }>(`select to_regclass('${ESQUEMA}.mastra_workflow_snapshot') as tabela`);
  if (!rows[0]?.tabela) return 0;
  const { rowCount } = await pool.query(
    `delete from ${ESQUEMA}.mastra_workflow_snapshot where workflow_name = $1 and run_id in (
       select s.run_id from ${ESQUEMA}.mastra_workflow_snapshot s where s.workflow_name = $1
         and not exists (select 1 from alicit.analise a where a.id = split_part(s.run_id, '.', 1) and a.estado in ('na_fila', 'executando')) limit ${LOTE})`, [NOME_WORKFLOW],
  );
  return rowCount ?? 0;
}
