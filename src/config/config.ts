import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { invalido } from '../kernel/index.js';

/** Everything the program takes from its surroundings. Sizes in bytes, times in milliseconds, paths absolute. */
export interface Config {
  /** Where readings are kept: a cache that may be deleted at any time. */
  readonly pastaDados: string;
  readonly leitura: { readonly threads: number; readonly tempoMs: number; readonly maxPaginas: number; readonly maxBytesCache: number };
  /** Threads in which the stages run; 0 runs them in the main thread. */
  readonly oficina: { readonly threads: number; readonly maxFila: number; readonly memoriaMb: number; readonly tempoMs: number };
  /** Documents taken out of ZIPs, kept for the stages that follow; may be deleted at any time. */
  readonly maxBytesDocumentos: number;
  readonly reunir: { readonly maxNiveis: number; readonly maxEntradas: number; readonly maxBytesArquivo: number; readonly maxBytesTotal: number; readonly maxRazao: number };
  /** Folders relative paths of the command line are looked for in: where the user typed it (npm changes folder), then the current one. */
  readonly pastasDeTrabalho: readonly string[];
}

type Ambiente = Readonly<Record<string, string | undefined>>;

const MB = 1024 * 1024;
/** The project's folder, from dist/config or src/config. The default data folder lies in it: it exists, is the user's own and needs no HOME. */
const RAIZ = resolve(import.meta.dirname, '..', '..');

const inteiro = (minimo: number, maximo: number, padrao: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `esperado um número inteiro de ${minimo} a ${maximo}`)
    .transform(Number)
    .refine((n) => n >= minimo && n <= maximo, `esperado um número inteiro de ${minimo} a ${maximo}`)
    .default(padrao);

const schema = z.object({
  ALICIT_DATA_DIR: z.string().optional(),
  ALICIT_THREADS: inteiro(0, 64, Math.min(4, availableParallelism())),
  ALICIT_LEITURA_TEMPO_S: inteiro(1, 3600, 120),
  ALICIT_MAX_PAGINAS: inteiro(1, 100_000, 2000),
  ALICIT_CACHE_MB: inteiro(0, 1_000_000, 500),
  ALICIT_OFICINA_THREADS: inteiro(0, 64, Math.min(2, availableParallelism())),
  ALICIT_OFICINA_FILA: inteiro(0, 10_000, 64),
  ALICIT_OFICINA_MEMORIA_MB: inteiro(64, 16_000, 512),
  ALICIT_OFICINA_TEMPO_S: inteiro(1, 3600, 120),
  ALICIT_DOCUMENTOS_MB: inteiro(1, 1_000_000, 1000),
  ALICIT_MAX_NIVEIS_ZIP: inteiro(1, 10, 4),
  ALICIT_MAX_ENTRADAS: inteiro(1, 100_000, 500),
  ALICIT_MAX_MB_ARQUIVO: inteiro(1, 2000, 100),
  ALICIT_MAX_MB_TOTAL: inteiro(1, 8000, 300),
  ALICIT_MAX_RAZAO_ZIP: inteiro(10, 1100, 200),
  /** Set by npm: the folder the user was in. */
  INIT_CWD: z.string().optional(),
});

/**
 * Reads the environment; empty variables count as absent.
 * @throws AlicitError `config_invalida`, naming the variable
 */
export function parseConfig(ambiente: Ambiente, cwd: string): Config {
  const lido = schema.safeParse(Object.fromEntries(Object.entries(ambiente).filter(([, v]) => v !== undefined && v !== '')));
  if (!lido.success) {
    const { path, message } = lido.error.issues[0]!;
    const variavel = String(path[0]);
    throw invalido('config_invalida', `A variável de ambiente ${variavel} não é válida: ${message}; veio “${(ambiente[variavel] ?? '').slice(0, 40)}”.`, { variavel });
  }
  const v = lido.data;
  return {
    pastaDados: v.ALICIT_DATA_DIR ? resolve(v.INIT_CWD ?? cwd, v.ALICIT_DATA_DIR) : join(RAIZ, '.alicit'),
    leitura: { threads: v.ALICIT_THREADS, tempoMs: v.ALICIT_LEITURA_TEMPO_S * 1000, maxPaginas: v.ALICIT_MAX_PAGINAS, maxBytesCache: v.ALICIT_CACHE_MB * MB },
    oficina: { threads: v.ALICIT_OFICINA_THREADS, maxFila: v.ALICIT_OFICINA_FILA, memoriaMb: v.ALICIT_OFICINA_MEMORIA_MB, tempoMs: v.ALICIT_OFICINA_TEMPO_S * 1000 },
    maxBytesDocumentos: v.ALICIT_DOCUMENTOS_MB * MB,
    reunir: {
      maxNiveis: v.ALICIT_MAX_NIVEIS_ZIP, maxEntradas: v.ALICIT_MAX_ENTRADAS, maxBytesArquivo: v.ALICIT_MAX_MB_ARQUIVO * MB, maxBytesTotal: v.ALICIT_MAX_MB_TOTAL * MB,
      maxRazao: v.ALICIT_MAX_RAZAO_ZIP,
    },
    pastasDeTrabalho: [...new Set([v.INIT_CWD, cwd].filter((p) => p !== undefined))],
  };
}

/** The configuration of this process: the only place where its environment is read. */
export const readConfig = (): Config => parseConfig(process.env, process.cwd());
