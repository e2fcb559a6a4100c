import { diffDias, type Dia } from '../../kernel/index.js';
import { CADASTROS, type Cadastro, type ConsultaSancoes, type FonteSancoes } from './sancao.js';

/** Days since the file of a register; 0 when it is of that day or later. */
export const idadeEmDias = (fonte: FonteSancoes, hoje: Dia): number => Math.max(0, diffDias(fonte.data, hoje));

/** Does the register still prove that there is nothing? */
export const isRecente = (c: Pick<ConsultaSancoes, 'maxDias'>, fonte: FonteSancoes, hoje: Dia): boolean => idadeEmDias(fonte, hoje) <= c.maxDias;

/** The registers that were not imported. */
export const faltam = (c: Pick<ConsultaSancoes, 'fontes'>): readonly Cadastro[] => CADASTROS.filter((x) => !c.fontes.some((f) => f.cadastro === x));

/** All registers were imported and are recent: what they do not hold does not exist, as far as they know. */
export const isCompleta = (c: ConsultaSancoes, hoje: Dia): boolean => !faltam(c).length && c.fontes.every((f) => isRecente(c, f, hoje));
