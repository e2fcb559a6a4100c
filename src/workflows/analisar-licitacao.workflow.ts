import { createStep, createWorkflow } from '@mastra/core/workflows';
import { z } from 'zod';
import { ETAPAS, type Etapa } from '../analises/index.js';
import type { Execucao, Passagem, Passos } from './etapas/tipos.js';

export const NOME_WORKFLOW = 'analisar-licitacao';

const chave = z.string().optional();
const passagemSchema = z.object({ analiseId: z.string(), reuniao: chave, leitura: chave, julgamento: chave, relatorio: chave });

/** Whose run it is, in this process: nobody's once its lease is lost. */
export type FindExecucao = (runId: string) => Execucao;

/** The analysis of a tender, in its five stages: reunir → ler → extrair → julgar → relatar. */
export function createAnalisarLicitacao(passos: Passos, find: FindExecucao) {
  const [reunir, ler, extrair, julgar, relatar] = ETAPAS.map((etapa: Etapa) =>
    createStep({ id: etapa, inputSchema: passagemSchema, outputSchema: passagemSchema, retries: 0, execute: ({ inputData, runId }): Promise<Passagem> => passos[etapa](find(runId), inputData) }),
  );
  return createWorkflow({ id: NOME_WORKFLOW, inputSchema: passagemSchema, outputSchema: passagemSchema, retryConfig: { attempts: 0 } })
    .then(reunir!)
    .then(ler!)
    .then(extrair!)
    .then(julgar!)
    .then(relatar!)
    .commit();
}
