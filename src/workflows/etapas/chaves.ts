import { hashDe } from '../../kernel/index.js';

/** Name of a judgement's work, of one organisation: what is erased with one must not be another's. `base`: the hash of all that decides it but the moment. */
export const chaveJulgado = (organizacaoId: string, base: string, agora: string): string => `julgar:${hashDe({ organizacaoId, base, agora })}`;

/** Name of a judgement's with an opinion: `versao` names prompts and model. */
export const chaveAconselhado = (julgamento: string, versao: string): string => `aconselhar:${hashDe({ julgamento, versao })}`;

const PROVISORIO = ':provisorio:';
/** The same, when models were down for some of it: of this analysis alone, so that an equal one later tries again. */
export const chaveProvisoria = (aconselhado: string, analiseId: string): string => `${aconselhado}${PROVISORIO}${analiseId}`;
export const isProvisoria = (chave: string): boolean => chave.includes(PROVISORIO);

/** Name of a report's. */
export const chaveRelatorio = (julgamento: string, versao: string): string => `relatar:${hashDe({ julgamento, versao })}`;
