import { adjudicacao } from './adjudicacao.js';
import { criterioJulgamento } from './criterio-julgamento.js';
import { forma } from './forma.js';
import { modalidade } from './modalidade.js';
import { modoDisputa } from './modo-disputa.js';
import { numeroEdital } from './numero-edital.js';
import { numeroProcesso } from './numero-processo.js';
import { objeto } from './objeto.js';
import { orgaoCnpj } from './orgao-cnpj.js';
import { orgaoNome } from './orgao-nome.js';
import { plataforma } from './plataforma.js';
import { regimeExecucao } from './regime-execucao.js';
import { srp } from './srp.js';

/** What is being bought, by whom, how it is disputed: modality first, others lean on it. */
export const DEFINICOES_IDENTIFICACAO = [modalidade, forma, numeroEdital, numeroProcesso, orgaoNome, orgaoCnpj, plataforma, objeto, criterioJulgamento, adjudicacao, modoDisputa, srp, regimeExecucao] as const;
