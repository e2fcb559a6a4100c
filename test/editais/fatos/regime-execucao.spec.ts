import { describe, expect, it } from '@jest/globals';
import { regimeExecucao } from '../../../src/editais/fatos/regime-execucao.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['REGIME DE EXECUÇÃO: Empreitada por Preço Global', 'empreitada_preco_global'],
  ['sob o regime de empreitada por preço unitário, regida pela lei', 'empreitada_preco_unitario'],
  ['em regime de empreitada global (material e mão de obra)', 'empreitada_preco_global'],
  ['1.4. Regime de execução: INTEGRADA', 'contratacao_integrada'],
  ['sob o regime de CONTRATAÇÃO SEMI-INTEGRADA', 'contratacao_semi_integrada'],
  ['TIPO: EMPREITADA POR PREÇO UNITÁRIO', 'empreitada_preco_unitario'],
  ['O regime adotado para execução do objeto contratado será a EMPREITADA INTEGRAL.', 'empreitada_integral'],
  ['O regime de execução será o de fornecimento e prestação de serviço associado.', 'fornecimento_prestacao_associada'],
  ['7.9.2. No regime de empreitada por preço unitário, a caracterização do sobrepreço se dará pela superação do valor.', null],
  ['Caso o regime de execução seja o de empreitada por preço global, os preços serão fixos.', null],
  ['nos regimes de empreitada por preço global, empreitada integral e contratação integrada', null],
  ['O contrato será executado por empreitada integral e por preço global.', null],
  ['Empreitada: Não se aplica', null],
];

describe('regime_execucao', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(regimeExecucao, texto).valor).toBe(esperado);
  });

  it('does not apply to a purchase of goods', () => {
    const fato = readCampo(regimeExecucao, 'regime de empreitada por preço unitário', { objeto: 'Aquisição de cadeiras escolares' });
    expect(fato).toMatchObject({ valor: null, ausencia: 'nao_se_aplica' });
  });
});
