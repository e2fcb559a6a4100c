import { forma } from './forma.js';
import { modalidade } from './modalidade.js';
import { numeroEdital } from './numero-edital.js';
import { numeroProcesso } from './numero-processo.js';
import { objeto } from './objeto.js';
import { orgaoCnpj } from './orgao-cnpj.js';
import { orgaoNome } from './orgao-nome.js';
import { plataforma } from './plataforma.js';

/** What is being bought, by whom, how it is disputed: modality first, others lean on it. */
export const DEFINICOES_IDENTIFICACAO = [modalidade, forma, numeroEdital, numeroProcesso, orgaoNome, orgaoCnpj, plataforma, objeto] as const;
