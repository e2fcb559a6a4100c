import type { WorkflowsStorage } from '@mastra/core/storage';

export const NOME_WORKFLOW = 'analisar-licitacao';

/** A run belongs to an analysis and a version of the workflow: another version starts its own. */
export const runIdOf = (analiseId: string, versao: string): string => `${analiseId}.v${versao}`;
/** The analysis of a run. */
export const analiseOf = (runId: string): string => runId.split('.', 1)[0]!;

/** `aplicacao`: the application's own PostgreSQL; the others are another server, of `MASTRA_STORAGE_URL`. */
export type TipoArmazem = 'aplicacao' | 'postgres' | 'redis' | 'libsql';

/**
 * Where runs under way are kept: how far each came, and the names of its finished work. Nothing of it is needed to
 * answer a client, and a run whose state is gone starts again and finds its work done. Each call ends within seconds,
 * in success or not; none loads Mastra but `openDominio`. Made without connecting: the first call does.
 */
export interface ArmazemExecucoes {
  readonly tipo: TipoArmazem;
  /** What Mastra loads from and saves to, its tables made. Loads Mastra. */
  openDominio(): Promise<WorkflowsStorage>;
  /** Forgets the runs of an analysis, but `exceto`. */
  forget(analiseId: string, exceto?: string): Promise<void>;
  /** Ids of runs of our workflow, in order, after `depois` (`''`: from the first), at most `limite`. */
  list(depois: string, limite: number): Promise<readonly string[]>;
  /** Forgets these runs. @returns how many there were */
  erase(runIds: readonly string[]): Promise<number>;
  /** It answers and takes a write. @throws AlicitError (or a driver's error) of the class that /health shows */
  ping(): Promise<void>;
  /** Ends its own connections; nothing for those of others. */
  close(): Promise<void>;
}
