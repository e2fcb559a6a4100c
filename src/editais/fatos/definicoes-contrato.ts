import { consorcio } from './consorcio.js';
import { multaCompensatoria } from './multa-compensatoria.js';
import { multaMora } from './multa-mora.js';
import { pagamentoPrazo } from './pagamento-prazo.js';
import { prazoExecucao } from './prazo-execucao.js';
import { reajusteIndice } from './reajuste-indice.js';
import { subcontratacao } from './subcontratacao.js';
import { vigenciaContrato } from './vigencia-contrato.js';

/** Participation in groups, terms, payment, price adjustment and penalties of the contract. */
export const DEFINICOES_CONTRATO = [consorcio, subcontratacao, prazoExecucao, vigenciaContrato, pagamentoPrazo, reajusteIndice, multaMora, multaCompensatoria] as const;
