import type { Entradas } from '../../analises/analises.module.js';
import type { DocumentoReunido } from '../../editais/index.js';
import { VERSOES_LEITURA } from '../../editais/index.js';
import { hashDe } from '../../kernel/index.js';
import type { Config } from '../../config/index.js';

/** The name of each stage's work: the hash of all that decides it, and the versions. Machines and moments do not count. */
export const chaveReuniao = ({ arquivos }: Entradas, { reunir }: Config): string => `reunir:${hashDe({ arquivos: arquivos.map(({ nome, sha256 }) => ({ nome, sha256 })), reunir, versao: VERSOES_LEITURA.leitor })}`;

export const chaveCobertura = ({ sha256, tipo }: DocumentoReunido, { leitura }: Config): string => `ler:${hashDe({ sha256, tipo, maxPaginas: leitura.maxPaginas, versao: VERSOES_LEITURA.leitor })}`;

export const chaveExtracao = (chaveLeitura: string): string => `extrair:${chaveLeitura}`;

/** `base`: of everything but the moment. */
export const chaveJulgado = (base: string, agora: string): string => `julgar:${hashDe({ base, agora })}`;

export const chaveRelatorio = (julgamento: string, versao: string): string => `relatar:${hashDe({ julgamento, versao })}`;
