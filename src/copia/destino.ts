import type { ClientBase } from 'pg';
import { conflito, invalido } from '../kernel/index.js';
import { quote, readTabelas } from './tabelas.js';

/** Rows about runs in flight, of the data that goes: pg-boss's jobs and Mastra's snapshots. */
const DE_EXECUCOES = ['pgboss.job', 'mastra.mastra_workflow_snapshot'];

/**
 * Whether a backup may take this database's place. Erases what belongs to runs of the data that goes.
 * @param substituir the database's name, given to confirm; null: it must hold nothing
 * @returns names of the files the data that goes refers to
 * @throws AlicitError `servico_em_uso`, `banco_com_dados`, `confirmacao_diferente`
 */
export async function requireDestinoLivre(cliente: ClientBase, substituir: string | null): Promise<ReadonlySet<string>> {
  const { rows: [onde] } = await cliente.query<{ banco: string; ha: boolean; outros: number }>(
    `select current_database() as banco, to_regclass('alicit.organizacao') is not null as ha,
       (select count(*)::int from pg_stat_activity where datname = current_database() and application_name in ('alicit', 'alicit-escuta', 'alicit-recomendacoes')) as outros`,
  );
  const { banco, ha, outros } = onde!;
  if (substituir !== null && substituir !== banco) throw invalido('confirmacao_diferente', `Para apagar os dados do banco ${JSON.stringify(banco)} é preciso dar o nome dele: --substituir ${banco}. Nada foi mudado.`);
  if (outros) throw conflito('servico_em_uso', 'Há processos do ALICIT usando este banco: pare todos antes de restaurar. Nada foi mudado.');
  const antigos = ha ? new Set((await cliente.query<{ sha256: string }>('select sha256 from alicit.arquivo')).rows.map((r) => r.sha256)) : new Set<string>();
  if (ha && substituir === null && (await hasDados(cliente))) {
    throw conflito('banco_com_dados', `O banco ${JSON.stringify(banco)} já tem dados do ALICIT, e restaurar apaga todos. Se é isso mesmo, faça antes uma cópia deles e repita com --substituir ${banco}. Nada foi mudado.`);
  }
  for (const tabela of DE_EXECUCOES) if ((await cliente.query<{ ha: boolean }>('select to_regclass($1) is not null as ha', [tabela])).rows[0]!.ha) await cliente.query(`delete from ${tabela}`);
  return antigos;
}

async function hasDados(cliente: ClientBase): Promise<boolean> {
  for (const { nome } of await readTabelas(cliente)) if ((await cliente.query(`select 1 from alicit.${quote(nome)} limit 1`)).rowCount) return true;
  return false;
}
