import { z } from 'zod';
import { inteiro } from './inteiro.js';

/** How PNCP's lists are read on a schedule and by hand. Times in milliseconds. */
export interface ConfigSincronizacao {
  /** Whether this process reads on a schedule; by hand always works. */
  readonly ativa: boolean;
  /** When, in UTC: the frequent reading (last `dias` days) and the deep one (last `diasFundo`). */
  readonly cron: string;
  readonly cronFundo: string;
  readonly dias: number;
  readonly diasFundo: number;
  /** Null: all. */
  readonly ufs: readonly string[] | null;
  readonly modalidades: readonly number[] | null;
  /** Items and lists of files too. */
  readonly itens: boolean;
  /** Windows, or tenders, worked on at once. */
  readonly concorrencia: number;
  /** First wait after a failure. */
  readonly esperaMs: number;
  /** A reader silent for so long has died, and another takes its place. */
  readonly posseMs: number;
  /** Without any answer of PNCP for so long, a reading ends; it goes on at the next. */
  readonly desisteMs: number;
  /** Older than this, the data is said to be late. */
  readonly atrasoMs: number;
}

const UFS = /^(?:A[CLMP]|BA|CE|DF|ES|GO|M[AGST]|P[ABEIR]|R[JNORS]|S[CEP]|TO)$/;
const CRON = /^(?:[\d*,/-]+\s+){4}[\d*,/-]+$/;

const cron = (padrao: string) => z.string().regex(CRON, 'esperados cinco campos de cron, em UTC, como */15 * * * *').default(padrao);
const bandeira = (padrao: '0' | '1') => z.enum(['0', '1'], 'esperado 0 ou 1').default(padrao);

/** Reads "SP, sc"; null when some is no state. */
export function parseUfs(texto: string): readonly string[] | null {
  const siglas = [...new Set(texto.split(',').map((s) => s.trim().toUpperCase()))];
  return siglas.every((s) => UFS.test(s)) ? siglas : null;
}

/** Reads "6,8"; null when some is no modality of PNCP's. */
export function parseModalidades(texto: string): readonly number[] | null {
  const ids = [...new Set(texto.split(',').map((s) => s.trim()))];
  return ids.every((s) => /^(?:[1-9]|1[0-9])$/.test(s)) ? ids.map(Number) : null;
}

const lista = <T>(parse: (texto: string) => readonly T[] | null, esperado: string) =>
  z.string().transform((texto, ctx) => {
    const lida = parse(texto);
    if (lida) return lida;
    ctx.addIssue({ code: 'custom', message: esperado });
    return z.NEVER;
  }).optional();

/** The variables, for the schema of the environment. */
export const camposSincronizacao = {
  ALICIT_SINCRONIZA: bandeira('0'),
  ALICIT_SINC_CRON: cron('*/15 * * * *'),
  ALICIT_SINC_CRON_FUNDO: cron('20 5 * * *'),
  ALICIT_SINC_DIAS: inteiro(1, 30, 2),
  ALICIT_SINC_DIAS_FUNDO: inteiro(1, 90, 10),
  ALICIT_SINC_UFS: lista(parseUfs, 'esperadas siglas de estados separadas por vírgula, como SP,SC'),
  ALICIT_SINC_MODALIDADES: lista(parseModalidades, 'esperados números de modalidades do PNCP separados por vírgula, como 6,8'),
  ALICIT_SINC_ITENS: bandeira('1'),
  ALICIT_SINC_CONCORRENCIA: inteiro(1, 16, 5),
  ALICIT_SINC_ESPERA_MS: inteiro(1, 600_000, 5000),
  ALICIT_SINC_POSSE_S: inteiro(2, 600, 15),
  ALICIT_SINC_DESISTE_S: inteiro(1, 86_400, 900),
  ALICIT_SINC_ATRASO_H: inteiro(1, 8760, 6),
};

/** The configuration they make. */
export const resolveSincronizacao = (v: z.infer<z.ZodObject<typeof camposSincronizacao>>): ConfigSincronizacao => ({
  ativa: v.ALICIT_SINCRONIZA === '1', cron: v.ALICIT_SINC_CRON, cronFundo: v.ALICIT_SINC_CRON_FUNDO, dias: v.ALICIT_SINC_DIAS, diasFundo: v.ALICIT_SINC_DIAS_FUNDO,
  ufs: v.ALICIT_SINC_UFS ?? null, modalidades: v.ALICIT_SINC_MODALIDADES ?? null, itens: v.ALICIT_SINC_ITENS === '1', concorrencia: v.ALICIT_SINC_CONCORRENCIA,
  esperaMs: v.ALICIT_SINC_ESPERA_MS, posseMs: v.ALICIT_SINC_POSSE_S * 1000, desisteMs: v.ALICIT_SINC_DESISTE_S * 1000, atrasoMs: v.ALICIT_SINC_ATRASO_H * 3_600_000,
});
