import type { Pool } from 'pg';
import type { EntityManager } from 'typeorm';
import { analiseOf, NOME_WORKFLOW, type ArmazemExecucoes } from './armazem.js';
import { ESQUEMA } from './postgres.js';

/** Runs looked at in one go, and how many goes a sweep has. */
const LOTE = 500;
const MAX_LOTES = 200;

/** Of these analyses, the ones whose runs go. */
type Escolher = (analises: readonly string[]) => Promise<ReadonlySet<string>>;

/** Goes through what a store has, and erases the runs of chosen analyses. @returns how many */
async function eraseRuns(armazem: ArmazemExecucoes, escolher: Escolher): Promise<number> {
  let apagadas = 0;
  for (let depois = '', lote = 0; lote < MAX_LOTES; lote++) {
    const runs = await armazem.list(depois, LOTE);
    const fora = await escolher([...new Set(runs.map(analiseOf))]);
    const condenadas = runs.filter((id) => fora.has(analiseOf(id)));
    if (condenadas.length) apagadas += await armazem.erase(condenadas);
    if (runs.length < LOTE) break;
    depois = runs.at(-1)!;
  }
  return apagadas;
}

/** Forgets what runs of ended or erased analyses left: a frozen process may write a snapshot after the end. @returns how many */
export function sweepExecucoes(armazem: ArmazemExecucoes, pool: Pool): Promise<number> {
  return eraseRuns(armazem, async (analises) => {
    if (!analises.length) return new Set();
    const { rows } = await pool.query<{ id: string }>(`select id from alicit.analise where id = any($1) and estado in ('na_fila', 'executando') /* sistema: runs of all */`, [analises]);
    const abertas = new Set(rows.map((l) => l.id));
    return new Set(analises.filter((id) => !abertas.has(id)));
  });
}

/** Forgets, in another server, the runs of an organisation's analyses, while its rows still say which they are. */
export async function forgetDaOrganizacao(armazem: ArmazemExecucoes, m: EntityManager, organizacaoId: string): Promise<void> {
  await eraseRuns(armazem, async (analises) => {
    const linhas = analises.length ? await m.query<{ id: string }[]>(`select id from alicit.analise where organizacao_id = $1 and id = any($2)`, [organizacaoId, analises]) : [];
    return new Set(linhas.map((l) => l.id));
  });
}

/** The same in the application's database: in the transaction that erases the rows, on its connection. */
export async function forgetDaOrganizacaoAqui(m: EntityManager, organizacaoId: string): Promise<void> {
  const [linha] = await m.query<{ tabela: string | null }[]>(`select to_regclass('${ESQUEMA}.mastra_workflow_snapshot') as tabela`);
  if (!linha?.tabela) return;
  await m.query(`delete from ${ESQUEMA}.mastra_workflow_snapshot where workflow_name = $1 and split_part(run_id, '.', 1) in (select id from alicit.analise where organizacao_id = $2)`, [NOME_WORKFLOW, organizacaoId]);
}
