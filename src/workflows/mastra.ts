import { Mastra } from '@mastra/core';
import { MastraCompositeStore } from '@mastra/core/storage';
import { WorkflowsPG } from '@mastra/pg';
import type { Pool } from 'pg';
import { createAnalisarLicitacao, type FazEtapa } from './analisar-licitacao.workflow.js';
import type { Passagem } from './etapas/tipos.js';
import { ESQUEMA, NOME_WORKFLOW } from './snapshots.js';

/** How a run ended. `erro` is what a stage threw, as Mastra tells it. */
export type FimDoRun = { readonly ok: true; readonly passagem: Passagem } | { readonly ok: false };

/** The workflow over the process's pool. */
export interface MotorWorkflow {
  /** Goes on from a snapshot of this run, else starts it. */
  run(runId: string, analiseId: string): Promise<FimDoRun>;
}

/**
 * Loads Mastra (some half a second and 80 MB: only a process that runs analyses calls this).
 * It keeps no lease of its own: who calls `run` must hold the analysis's.
 */
export async function openMotor(pool: Pool, fazer: FazEtapa): Promise<MotorWorkflow> {
  // Its table is a migration of ours: nobody makes it here.
  const workflows = new WorkflowsPG({ pool, schemaName: ESQUEMA });
  const mastra = new Mastra({
    logger: false, storage: new MastraCompositeStore({ id: 'alicit', disableInit: true, domains: { workflows } }), workflows: { [NOME_WORKFLOW]: createAnalisarLicitacao(fazer) },
  });
  const workflow = mastra.getWorkflow(NOME_WORKFLOW);
  return {
    async run(runId, analiseId) {
      const snapshot = await workflows.loadWorkflowSnapshot({ workflowName: NOME_WORKFLOW, runId });
      const continua = snapshot?.status === 'running';
      if (snapshot && !continua) await workflows.deleteWorkflowRunById({ workflowName: NOME_WORKFLOW, runId });
      const run = await workflow.createRun({ runId });
      const fim = continua ? await run.restart() : await run.start({ inputData: { analiseId } });
      return fim.status === 'success' ? { ok: true, passagem: fim.result } : { ok: false };
    },
  };
}
