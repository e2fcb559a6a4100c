import { DEFINICOES_CONTRATO } from './definicoes-contrato.js';
import { DEFINICOES_DISPUTA } from './definicoes-disputa.js';
import { DEFINICOES_HABILITACAO } from './definicoes-habilitacao.js';
import { DEFINICOES_IDENTIFICACAO } from './definicoes-identificacao.js';

/** How each field is read, in reading order: what is needed by others comes first. */
export const DEFINICOES = [...DEFINICOES_IDENTIFICACAO, ...DEFINICOES_DISPUTA, ...DEFINICOES_HABILITACAO, ...DEFINICOES_CONTRATO] as const;
