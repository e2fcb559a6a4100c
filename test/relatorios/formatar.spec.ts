import { describe, expect, it } from '@jest/globals';
import type { Campo } from '../../src/editais/index.js';
import { diasUteis, formatConta, formatDia, formatFato, formatInstante, formatNumero, formatPeriodo, formatValor } from '../../src/relatorios/formatar.js';
import { faixa } from '../../src/relatorios/secoes-edital.js';

describe('faixa', () => {
  it.each<[readonly number[], string]>([[[], ''], [[3], '3'], [[3, 4], '3 a 4'], [[3, 5], '3, 5'], [[3, 7, 8, 9, 12], '3, 7 a 9, 12'], [[1, 2, 3, 10, 11], '1 a 3, 10 a 11']])('%j → %s', (paginas, esperado) => expect(faixa(paginas)).toBe(esperado));
});

describe('values for a person', () => {
  it.each<[Campo, unknown, string]>([
    ['valor_estimado_total', '1620380.00', 'R$ 1.620.380,00'], ['garantia_proposta_pct', '1', '1%'], ['garantia_proposta_pct', { valor: '5000.00' }, 'R$ 5.000,00'], ['multa_mora_pct_dia', '0.33', '0,33%'],
    ['orgao_cnpj', '98412077000173', '98.412.077/0001-73'], ['orgao_cnpj', 'AB12CD34000184', 'AB.12C.D34/0001-84'], ['srp', true, 'sim'], ['orcamento_sigiloso', false, 'não'], ['indices_minimos', '1.5', '1,5'],
    ['sessao_abertura', '2026-12-15T09:00:00-03:00', '15/12/2026 às 09:00'], ['propostas_fim', '2026-12-15T08:00:00-04:00', '15/12/2026 às 08:00 (UTC-04:00)'],
    ['prazo_execucao', { n: 1, unidade: 'meses' }, '1 mês'], ['prazo_execucao', { n: 20, unidade: 'dias_uteis' }, '20 dias úteis'], ['modo_disputa', 'aberto_fechado', 'Aberto e fechado'], ['visita_tecnica', 'nao_exige', 'não exigida'],
  ])('%s %j → %s', (campo, valor, esperado) => expect(formatValor(campo, valor)).toBe(esperado));

  it.each<[Parameters<typeof formatConta>[0], string]>([
    [{ valor: '16203.80' }, 'R$ 16.203,80'], [{ valor: '28.53', unidade: '%' }, '28,53%'], [{ valor: '12', unidade: 'dias úteis' }, '12 dias úteis'],
  ])('sum %j → %s', (conta, esperado) => expect(formatConta(conta)).toBe(esperado));

  it.each([['1620380', '1.620.380'], ['12.5', '12,5'], ['999', '999'], ['1000', '1.000']])('number %s → %s', (n, esperado) => expect(formatNumero(n)).toBe(esperado));
  it('singular and plural', () => expect([diasUteis(1), diasUteis(0), diasUteis(3), formatPeriodo({ n: 1, unidade: 'dias_uteis' }), formatPeriodo({ n: 2, unidade: 'horas' })]).toEqual(['1 dia útil', '0 dias úteis', '3 dias úteis', '1 dia útil', '2 horas']));
  it('an instant that is none is shown as it came', () => expect(formatInstante('amanhã')).toBe('amanhã'));
  it('a day', () => expect(formatDia('2026-12-09')).toBe('09/12/2026'));
  it('absences say why', () =>
    expect((['nao_exige', 'nao_encontrado', 'nao_lido', 'nao_se_aplica'] as const).map((ausencia) => formatFato({ campo: 'consorcio', valor: null, ausencia }))).toEqual(
      ['o edital diz que não há', 'não encontrado no que foi lido', 'não lido: há páginas sem texto', 'não se aplica']));
});
