import { createStep, createWorkflow } from '@mastra/core/workflows';
import { z } from 'zod';
import { ETAPAS, type Etapa } from '../analises/index.js';
import { NOME_WORKFLOW } from './armazem/armazem.js';
import type { Passagem } from './etapas/tipos.js';

const trabalho = z.string().optional();
const passagemSchema = z.object({ analiseId: z.string(), reunir: trabalho, ler: trabalho, extrair: trabalho, julgar: trabalho, aconselhar: trabalho, relatar: trabalho });

/** Does a stage of a run of this process. */
export type FazEtapa = (runId: string, etapa: Etapa, passagem: Passagem) => Promise<Passagem>;

/** The analysis of a tender, in its stages: reunir → ler → extrair → julgar → aconselhar → relatar. */
export function createAnalisarLicitacao(fazer: FazEtapa) {
  const [reunir, ler, extrair, julgar, aconselhar, relatar] = ETAPAS.map((etapa) =>
    createStep({ id: etapa, inputSchema: passagemSchema, outputSchema: passagemSchema, retries: 0, execute: ({ inputData, runId }): Promise<Passagem> => fazer(runId, etapa, inputData) }),
  );
  return createWorkflow({ id: NOME_WORKFLOW, inputSchema: passagemSchema, outputSchema: passagemSchema, retryConfig: { attempts: 0 } })
    .then(reunir!)
    .then(ler!)
    .then(extrair!)
    .then(julgar!)
    .then(aconselhar!)
    .then(relatar!)
    .commit();
}
