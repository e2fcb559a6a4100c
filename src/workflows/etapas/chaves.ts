import { hashDe } from '../../kernel/index.js';

/** Name of a judgement's work, of one organisation: what is erased with one must not be another's. `base`: the hash of all that decides it but the moment. */
export const chaveJulgado = (organizacaoId: string, base: string, agora: string): string => `julgar:${hashDe({ organizacaoId, base, agora })}`;

/** Name of a report's. */
export const chaveRelatorio = (julgamento: string, versao: string): string => `relatar:${hashDe({ julgamento, versao })}`;
