import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { invalido } from '../kernel/index.js';
import { resolveArquivos, type ConfigArquivos } from './arquivos.js';
import { parseArquivosUrl } from './arquivos-url.js';

/** Everything the program takes from its surroundings. Sizes in bytes, times in milliseconds, paths absolute. */
export interface Config {
  /** Where readings are kept: a cache that may be deleted at any time. */
  readonly pastaDados: string;
  readonly leitura: { readonly threads: number; readonly tempoMs: number; readonly maxPaginas: number; readonly maxBytesCache: number };
  readonly reunir: { readonly maxNiveis: number; readonly maxEntradas: number; readonly maxBytesArquivo: number; readonly maxBytesTotal: number; readonly maxRazao: number };
  /** Folders relative paths of the command line are looked for in: where the user typed it (npm changes folder), then the current one. */
  readonly pastasDeTrabalho: readonly string[];
  /** Where the files clients send are kept. */
  readonly arquivos: ConfigArquivos;
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

/** Variables whose value is never repeated in an error: they hold secrets. */
const SECRETAS: ReadonlySet<string> = new Set(['ALICIT_ARQUIVOS_URL', 'ALICIT_S3_CHAVE', 'ALICIT_S3_SEGREDO']);

const schema = z.object({
  ALICIT_DATA_DIR: z.string().optional(),
  ALICIT_THREADS: inteiro(0, 64, Math.min(4, availableParallelism())),
  ALICIT_LEITURA_TEMPO_S: inteiro(1, 3600, 120),
  ALICIT_MAX_PAGINAS: inteiro(1, 100_000, 2000),
  ALICIT_CACHE_MB: inteiro(0, 1_000_000, 500),
  ALICIT_MAX_NIVEIS_ZIP: inteiro(1, 10, 4),
  ALICIT_MAX_ENTRADAS: inteiro(1, 100_000, 500),
  ALICIT_MAX_MB_ARQUIVO: inteiro(1, 2000, 100),
  ALICIT_MAX_MB_TOTAL: inteiro(1, 8000, 300),
  ALICIT_MAX_RAZAO_ZIP: inteiro(10, 1100, 200),
  ALICIT_ARQUIVOS_URL: z
    .string()
    .transform((texto, ctx) => {
      const lida = parseArquivosUrl(texto);
      if (typeof lida !== 'string') return lida;
      ctx.addIssue({ code: 'custom', message: lida });
      return z.NEVER;
    })
    .optional(),
  ALICIT_S3_CHAVE: z.string().max(256, 'esperados até 256 caracteres').optional(),
  ALICIT_S3_SEGREDO: z.string().max(256, 'esperados até 256 caracteres').optional(),
  ALICIT_COPIAS_MB: inteiro(0, 1_000_000, 500),
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
    throw invalido('config_invalida', `A variável de ambiente ${variavel} não é válida: ${message}${SECRETAS.has(variavel) ? '' : `; veio “${(ambiente[variavel] ?? '').slice(0, 40)}”`}.`, { variavel });
  }
  const v = lido.data;
  return {
    pastaDados: v.ALICIT_DATA_DIR ? resolve(v.INIT_CWD ?? cwd, v.ALICIT_DATA_DIR) : join(RAIZ, '.alicit'),
    leitura: { threads: v.ALICIT_THREADS, tempoMs: v.ALICIT_LEITURA_TEMPO_S * 1000, maxPaginas: v.ALICIT_MAX_PAGINAS, maxBytesCache: v.ALICIT_CACHE_MB * MB },
    reunir: {
      maxNiveis: v.ALICIT_MAX_NIVEIS_ZIP, maxEntradas: v.ALICIT_MAX_ENTRADAS, maxBytesArquivo: v.ALICIT_MAX_MB_ARQUIVO * MB, maxBytesTotal: v.ALICIT_MAX_MB_TOTAL * MB,
      maxRazao: v.ALICIT_MAX_RAZAO_ZIP,
    },
    pastasDeTrabalho: [...new Set([v.INIT_CWD, cwd].filter((p) => p !== undefined))],
    arquivos: resolveArquivos(v.ALICIT_ARQUIVOS_URL, v.ALICIT_S3_CHAVE, v.ALICIT_S3_SEGREDO, v.ALICIT_COPIAS_MB * MB),
  };
}

/** The configuration of this process: the only place where its environment is read. */
export const readConfig = (): Config => parseConfig(process.env, process.cwd());
