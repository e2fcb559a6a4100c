import { z } from 'zod';
import { AMBIENTE, SECRETAS } from './config.js';

/** A variable of the environment, as the schema knows it. */
export interface Variavel {
  readonly nome: string;
  /** What holds when it is not set; null: nothing does, or it depends on other things. */
  readonly padrao: string | null;
  /** Its value is never shown. */
  readonly secreta: boolean;
}

/** Set by npm, never by a person. */
const DO_NPM = 'INIT_CWD';

/** Every variable the program reads. */
export const listVariaveis = (): readonly Variavel[] =>
  Object.entries(AMBIENTE.shape).filter(([nome]) => nome !== DO_NPM).map(([nome, campo]) => ({ nome, padrao: campo instanceof z.ZodDefault ? String(campo.def.defaultValue) : null, secreta: SECRETAS.has(nome) }));
