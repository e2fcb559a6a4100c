import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { WorkflowsStorage } from '@mastra/core/storage';
import { asIndisponivel, noTempo } from './no-tempo.js';

/** How a call ended, for the metrics. */
export type Observar = (operacao: string, ms: number, ok: boolean) => void;

export interface OpcoesVigia {
  /** Of one try, ms. */
  readonly limiteMs: number;
  /** Waits between tries, ms: one more try than waits. */
  readonly esperasMs: readonly number[];
}

/** A server that restarts is back within these; one that hangs is given up after some 20 s, during which the run keeps its lease. */
export const VIGIA: OpcoesVigia = { limiteMs: 5000, esperasMs: [100, 500, 1500] };

/** What Mastra calls: the same again changes nothing. */
const OPERACOES: ReadonlySet<string> = new Set(['persistWorkflowSnapshot', 'loadWorkflowSnapshot', 'getWorkflowRunById', 'deleteWorkflowRunById', 'updateWorkflowState', 'updateWorkflowResults', 'listWorkflowRuns']);

/** A store's domain whose calls end in time, and what it could not do for a run. */
export interface DominioVigiado {
  readonly dominio: WorkflowsStorage;
  /** What the store last refused a run since it was asked, and forgets it: the workflow may tell it as a stage's failure, or not at all. */
  takeFalha(runId: string): Error | null;
}

/** Each call tried again when it fails, and never waited for without end. @throws AlicitError `execucoes_indisponiveis`, its cause the store's */
export function watchDominio(dominio: WorkflowsStorage, observar: Observar, { limiteMs, esperasMs }: OpcoesVigia = VIGIA): DominioVigiado {
  const falhas = new Map<string, Error>();

  async function insist(operacao: string, fazer: () => Promise<unknown>): Promise<unknown> {
    for (let vez = 0; ; vez++) {
      const inicio = performance.now();
      try {
        const feito = await noTempo(Promise.resolve().then(fazer), limiteMs);
        observar(operacao, performance.now() - inicio, true);
        return feito;
      } catch (erro) {
        observar(operacao, performance.now() - inicio, false);
        const espera = esperasMs[vez];
        if (espera === undefined) throw asIndisponivel(erro);
        await wait(espera);
      }
    }
  }

  const vigiado = new Proxy(dominio, {
    get(alvo, nome) {
      const valor: unknown = Reflect.get(alvo, nome, alvo);
      if (typeof valor !== 'function') return valor;
      const fazer = (valor as (...args: unknown[]) => Promise<unknown>).bind(alvo);
      if (typeof nome !== 'string' || !OPERACOES.has(nome)) return fazer;
      return (pedido?: { readonly runId?: string }) =>
        insist(nome, () => fazer(pedido)).catch((erro: Error) => {
          if (pedido?.runId !== undefined) falhas.set(pedido.runId, erro);
          throw erro;
        });
    },
  });
  return {
    dominio: vigiado,
    takeFalha(runId) {
      const falha = falhas.get(runId) ?? null;
      falhas.delete(runId);
      return falha;
    },
  };
}
