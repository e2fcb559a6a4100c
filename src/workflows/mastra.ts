import { Mastra } from '@mastra/core';
import { MastraCompositeStore } from '@mastra/core/storage';
import { createAnalisarLicitacao, type FazEtapa } from './analisar-licitacao.workflow.js';
import { NOME_WORKFLOW, type ArmazemExecucoes } from './armazem/armazem.js';
import { asIndisponivel, noTempo } from './armazem/no-tempo.js';
import { watchDominio, type Observar, type OpcoesVigia } from './armazem/vigiado.js';
import type { Passagem } from './etapas/tipos.js';

/** How a run ended. `erro` is what a stage threw, as Mastra tells it. */
export type FimDoRun = { readonly ok: true; readonly passagem: Passagem } | { readonly ok: false };

/** The workflow over a store of runs. */
export interface MotorWorkflow {
  /** Goes on from a snapshot of this run, else starts it. @throws AlicitError `execucoes_indisponiveis` */
  run(runId: string, analiseId: string): Promise<FimDoRun>;
}

/** Mastra loaded and the store's tables made, ms. */
const ABRIR_MS = 20_000;

/**
 * Loads Mastra (some half a second and 80 MB: only a process that runs analyses calls this).
 * It keeps no lease of its own: who calls `run` must hold the analysis's.
 * @throws AlicitError `execucoes_indisponiveis`
 */
export async function openMotor(armazem: ArmazemExecucoes, fazer: FazEtapa, { observar = () => undefined, vigia }: { readonly observar?: Observar; readonly vigia?: OpcoesVigia } = {}): Promise<MotorWorkflow> {
  const { dominio: workflows, takeFalha } = watchDominio(await openDominio(armazem), observar, vigia);
  const mastra = new Mastra({
    logger: false, storage: new MastraCompositeStore({ id: 'alicit', disableInit: true, domains: { workflows } }), workflows: { [NOME_WORKFLOW]: createAnalisarLicitacao(fazer) },
  });
  const workflow = mastra.getWorkflow(NOME_WORKFLOW);

  async function run(runId: string, analiseId: string): Promise<FimDoRun> {
    const snapshot = await workflows.loadWorkflowSnapshot({ workflowName: NOME_WORKFLOW, runId });
    const continua = snapshot?.status === 'running';
    if (snapshot && !continua) await workflows.deleteWorkflowRunById({ workflowName: NOME_WORKFLOW, runId });
    const execucao = await workflow.createRun({ runId });
    const fim = continua ? await execucao.restart() : await execucao.start({ inputData: { analiseId } });
    return fim.status === 'success' ? { ok: true, passagem: fim.result } : { ok: false };
  }

  return {
    async run(runId, analiseId) {
      takeFalha(runId);
      try {
        const fim = await run(runId, analiseId);
        // The workflow may tell a store that refused as a stage that failed.
        const falha = takeFalha(runId);
        if (!fim.ok && falha) throw falha;
        return fim;
      } finally {
        takeFalha(runId);
      }
    },
  };
}

/** The store opened, in time. */
const openDominio = (armazem: ArmazemExecucoes): ReturnType<ArmazemExecucoes['openDominio']> =>
  noTempo(armazem.openDominio(), ABRIR_MS).catch((erro: unknown) => {
    throw asIndisponivel(erro);
  });
