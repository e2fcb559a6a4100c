import { hashDe } from '../../kernel/index.js';

/** Name of a judgement's work. `base`: the hash of all that decides it but the moment. */
export const chaveJulgado = (base: string, agora: string): string => `julgar:${hashDe({ base, agora })}`;

/** Name of a report's. */
export const chaveRelatorio = (julgamento: string, versao: string): string => `relatar:${hashDe({ julgamento, versao })}`;
