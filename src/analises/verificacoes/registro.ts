import type { Verificacao } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import { amostraCriterios, amostraDeTodos } from './amostra.js';
import { anexosCitados } from './anexos.js';
import { atestadoLocal, atestadoNumero, atestadoPercentual, atestadoRegistro, atestadoTempo } from './atestados.js';
import { balancoExercicios } from './balanco.js';
import { baseLegalRevogada } from './base-legal.js';
import { cadastroParaEdital, sicafPrevio } from './cadastro-previo.js';
import { capitalEGarantiaProposta, capitalEntregaImediata, capitalEPlCumulados, capitalIntegralizado, capitalPlLimite } from './capital-pl.js';
import { certidaoInfracaoTrabalhista, certidaoMunicipioLicitante, concordata, quitacao, recuperacaoJudicial } from './certidoes.js';
import { criterioDaModalidade, criterioSrp, maiorDescontoSigilo, maiorDescontoSigilo13303, modoAberto, modoFechado, pregaoParaObra } from './coerencia-disputa.js';
import { consorcioAcrescimo, consorcioVedado } from './consorcio.js';
import { matrizDeRiscos, pagamentoAtualizacao, pagamentoPrazo, reajusteDataBase, reajusteIndice } from './contrato.js';
import { declaracaoCustosTrabalhistas, declaracaoMeEpp, vedacaoArt122, vedacaoArt14 } from './declaracoes-obrigatorias.js';
import { dispensaLimite } from './dispensa-limite.js';
import { documentosDeTodos } from './documentos-de-todos.js';
import { empateFicto } from './empate-ficto.js';
import { firmaReconhecida } from './firma-reconhecida.js';
import { formaPresencial } from './forma-presencial.js';
import { garantiaExecucao, garantiaExecucao13303, garantiaProposta } from './garantias.js';
import { garantiaModalidade } from './garantia-modalidade.js';
import { impugnacaoAntecedencia, impugnacaoHoraLimite, impugnacaoProtocoloFisico } from './impugnacao.js';
import { endividamentoUsual, faturamentoMinimo, indicesUsuais } from './indices.js';
import { marcaSemEquivalente } from './marca.js';
import { meEppCota, meEppExclusiva, meEppExclusivaAcima, meEppTeto } from './me-epp.js';
import { prazoMinimo13303, prazoMinimo14133 } from './prazo-minimo.js';
import { prioridadeLocal } from './prioridade-local.js';
import { quadroAusente } from './quadro-ausente.js';
import { quadroPermanente } from './quadro-permanente.js';
import { applyRegra, type Regra } from './regra.js';
import { restricoesCumuladas } from './restricoes-cumuladas.js';
import { cartaSolidariedade, escritorioLocal, programaIntegridade } from './restricoes-diversas.js';
import { retificacao } from './retificacao.js';
import { multaCompensatoria, multaMora, sancaoDeLeiRevogada } from './sancoes-contratuais.js';
import { sedeLocal } from './sede-local.js';
import { seguroGarantiaPrazo } from './seguro-garantia.js';
import { visitaObrigatoria } from './visita.js';

/** Every check, in the order of the report: terms, dispute, ME/EPP, qualification, guarantees, contract, form. */
export const REGRAS: readonly Regra[] = [
  prazoMinimo14133, prazoMinimo13303, retificacao, impugnacaoAntecedencia, impugnacaoProtocoloFisico, impugnacaoHoraLimite,
  modoFechado, modoAberto, criterioDaModalidade, criterioSrp, pregaoParaObra, formaPresencial, maiorDescontoSigilo, maiorDescontoSigilo13303, dispensaLimite,
  meEppExclusiva, meEppExclusivaAcima, meEppCota, meEppTeto, declaracaoMeEpp, empateFicto, prioridadeLocal,
  sedeLocal, escritorioLocal, documentosDeTodos, sicafPrevio, cadastroParaEdital, firmaReconhecida, programaIntegridade, cartaSolidariedade, marcaSemEquivalente, amostraDeTodos, amostraCriterios, visitaObrigatoria,
  certidaoMunicipioLicitante, certidaoInfracaoTrabalhista, quitacao, concordata, recuperacaoJudicial,
  balancoExercicios, indicesUsuais, endividamentoUsual, faturamentoMinimo, capitalPlLimite, capitalEPlCumulados, capitalEGarantiaProposta, capitalEntregaImediata, capitalIntegralizado,
  quadroPermanente, atestadoPercentual, atestadoTempo, atestadoLocal, atestadoRegistro, atestadoNumero,
  garantiaProposta, garantiaExecucao, garantiaExecucao13303, seguroGarantiaPrazo, garantiaModalidade,
  reajusteIndice, reajusteDataBase, pagamentoPrazo, pagamentoAtualizacao, multaCompensatoria, multaMora, sancaoDeLeiRevogada, matrizDeRiscos,
  consorcioVedado, consorcioAcrescimo, vedacaoArt14, vedacaoArt122, declaracaoCustosTrabalhistas, baseLegalRevogada, anexosCitados, quadroAusente,
];

/** Applies every check that fits the tender. */
export function verificar(c: Contexto): readonly Verificacao[] {
  const lista = REGRAS.flatMap((r) => applyRegra(r, c) ?? []);
  const soma = restricoesCumuladas(REGRAS, lista);
  return soma ? [...lista, soma] : lista;
}
