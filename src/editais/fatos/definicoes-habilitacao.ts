import { amostraOuPoc } from './amostra-ou-poc.js';
import { atestadoMin } from './atestado-min.js';
import { balancoExercicios } from './balanco-exercicios.js';
import { capitalOuPlMinimo } from './capital-ou-pl-minimo.js';
import { falenciaValidade } from './falencia-validade.js';
import { garantiaExecucao } from './garantia-execucao.js';
import { garantiaProposta } from './garantia-proposta.js';
import { indicesMinimos } from './indices-minimos.js';
import { visitaTecnica } from './visita-tecnica.js';

/** What is asked of bidders: guarantees and qualification. */
export const DEFINICOES_HABILITACAO = [
  garantiaProposta, garantiaExecucao, capitalOuPlMinimo, indicesMinimos, balancoExercicios, falenciaValidade, visitaTecnica, amostraOuPoc, atestadoMin,
] as const;
