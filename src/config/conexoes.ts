import { runsJobs } from './config.js';
import type { Config } from './tipos.js';

/** Connections with the database that are not of the process's pool, at most. */
export const CONEXOES = {
  /** Who is told of new jobs (LISTEN), where jobs run. */
  escuta: 1,
  /** Of each of the two threads of recommendations, closed when they rest. */
  recomendacoes: 2,
  /** Where the state of runs is in a PostgreSQL of its own (`MASTRA_STORAGE_URL`). */
  execucoes: 4,
  /** What tells the embedded server that this process uses it. */
  presenca: 1,
} as const;

const THREADS_DE_RECOMENDACOES = 2;

/** What one process may hold at once, by who holds it. */
export interface ConexoesDoProcesso {
  /** With the server of `DATABASE_URL`, or the pooler there. */
  readonly banco: { readonly pool: number; readonly recomendacoes: number; readonly escuta: number; readonly presenca: number; readonly execucoes: number };
  readonly total: number;
}

type Parte = Pick<Config, 'papel' | 'oficina' | 'execucoes'> & { readonly banco: Pick<Config['banco'], 'url' | 'conexoes' | 'pooler' | 'diretoUrl'> };

/** The most connections a process with this configuration holds with its database. The one place where they are added up. */
export function countConexoes(config: Parte): ConexoesDoProcesso {
  const { url, conexoes, pooler, diretoUrl } = config.banco;
  const trabalha = runsJobs(config);
  const banco = {
    pool: conexoes,
    recomendacoes: CONEXOES.recomendacoes * (config.oficina.threads ? THREADS_DE_RECOMENDACOES : 1),
    // With another way to the database it is held there, on the same server.
    escuta: trabalha && (diretoUrl !== null || !pooler) ? CONEXOES.escuta : 0,
    presenca: url === null ? CONEXOES.presenca : 0,
    execucoes: trabalha && isMesmoServidor(config.execucoes, url) ? CONEXOES.execucoes : 0,
  };
  return { banco, total: Object.values(banco).reduce((a, b) => a + b, 0) };
}

function isMesmoServidor({ tipo, url }: Config['execucoes'], banco: string | null): boolean {
  return tipo === 'postgres' && url !== null && banco !== null && new URL(url.reveal()).host === new URL(banco).host;
}
