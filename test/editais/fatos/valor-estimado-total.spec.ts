import { describe, expect, it } from '@jest/globals';
import { valorEstimadoTotal } from '../../../src/editais/fatos/valor-estimado-total.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['VALOR TOTAL DA CONTRATAÇÃO\nR$ 250.000,00 (duzentos e cinquenta mil reais)', '250000.00'],
  ['O valor estimado da contratação é de R$ 98.765,43 (noventa e oito mil, setecentos e sessenta e cinco reais e quarenta e três centavos).', '98765.43'],
  ['A despesa decorrente desta licitação está estimada em R$ 1.234.567,89.', '1234567.89'],
  ['O valor total máximo da obra, com BDI, é de R$ 3.210.987,65, conforme planilha.', '3210987.65'],
  ['O valor máximo que a Administração se propõe a pagar é de R$44.444,44.', '44444.44'],
  ['Valor Estimado (R$) 99.007,00', '99007.00'],
  ['Valor Global (R$) 1.806,04', '1806.04'],
  // lots, tables, periods
  ['LOTE 1 - Valor total estimado: R$ 10.000,00\nLOTE 2 - Valor total estimado: R$ 20.000,00\nVALOR TOTAL GERAL: R$ 30.000,00', '30000.00'],
  ['LOTE 1 - Valor total estimado do lote: R$ 10.000,00\nLOTE 2 - Valor total estimado do lote: R$ 20.000,00', null],
  ['Item Descrição Qtd Unit. Total\n1 Cadeira 10 350,00 3.500,00\n2 Mesa 5 900,00 4.500,00\nTOTAL 8.000,00', '8000.00'],
  ['Total Geral: R$ 412,70 R$ 38.911,40', '38911.40'],
  ['Item Produto Quant. Unit. Total\n01 Caneta 06 1.205,50 7.233,00', '7233.00'],
  ['Valor mensal estimado: R$ 1.000,00\nValor anual estimado: R$ 12.000,00\nValor total estimado para 60 meses: R$ 60.000,00', '60000.00'],
  ['Valor Total Estimado\nAnual: R$ 600.000,00\n03 anos: R$ 1.800.000,00', '1800000.00'],
  ['O valor anual da contratação é de R$ 120.000,00, totalizando R$ 600.000,00 para 60 meses.', '600000.00'],
  ['PLANILHA DE CUSTOS\nValor Total de Salários R$ 7.800,10 R$ 9.120,00\nTotal do Módulo 2 R$ 3.050,00', null],
  ['ITEM QTD UN VALOR TOTAL ESTIMADO\n1 10 R$ 3.500,00\n2 5 R$ 4.500,00', null],
  ['LOTE 01\n1 Arroz 100 20,00 2.000,00\n2 Feijão 100 10,00 1.000,00\nTOTAL R$ 3.000,00\nLOTE 02\n1 Óleo 100 8,00 800,00\n2 Sal 100 1,00 100,00\nTOTAL R$ 900,00', null],
  // words
  ['O valor total estimado é de R$ 2.150,000,00 (dois milhões e cento e cinquenta mil reais).', '2150000.00'],
  ['Valor estimado: R$ 1.000.000,00 (um milhão e cem mil reais)', '1000000.00'],
  // amounts of something else
  ['A garantia de proposta será de R$ 5.000,00. O preço máximo global admitido é de R$ 500.000,00.', '500000.00'],
  ['O intervalo mínimo entre lances será de R$ 100,00. Capital social mínimo de R$ 50.000,00.', null],
  ['Itens cujo valor não ultrapasse R$ 80.000,00 são exclusivos. Valor máximo por item: R$ 12.000,00.', null],
  ['O atestado deverá comprovar contrato com valor total de R$ 300.000,00.', null],
  ['Os recursos: repasse de R$ 100.000,00 e contrapartida de R$ 20.000,00. Ficha 12 – saldo R$ 900.000,00.', null],
  ['Patrimônio líquido mínimo de 10% do valor estimado da contratação, ou seja, R$ 45.000,00.', null],
  ['A estimativa de custo é de R$ 25,00 por refeição.', null],
  ['Valor total do contrato anterior: R$ 900.000,00', null],
  ['Custo total estimado: US$ 61.907,94', null],
  ['VALOR TOTAL ESTIMADO: R$ ________', null],
];

describe('valor_estimado_total', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(valorEstimadoTotal, texto).valor).toBe(esperado);
  });

  it('reports words that disagree with the digits', () => {
    const fato = readCampo(valorEstimadoTotal, 'Valor estimado: R$ 1.000.000,00 (um milhão e cem mil reais)');
    expect(fato.nota).toMatch(/^CONFLITO/);
    expect('alternativas' in fato && fato.alternativas?.map((a) => a.valor)).toEqual(['1100000.00']);
  });

  it('does not apply when the budget is confidential', () => {
    const fato = readCampo(valorEstimadoTotal, 'O orçamento estimado desta contratação tem caráter sigiloso, nos termos do art. 24.');
    expect(fato).toMatchObject({ valor: null, ausencia: 'nao_se_aplica' });
  });

  it('does not take one of several rows for the total', () => {
    expect(readCampo(valorEstimadoTotal, '1 Cadeira 10 350,00 3.500,00\n2 Mesa 5 900,00 4.500,00').valor).toBeNull();
  });
});
