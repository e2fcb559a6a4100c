import { describe, expect, it } from '@jest/globals';
import { balancoExercicios } from '../../../src/analises/verificacoes/balanco.js';
import { capitalEGarantiaProposta, capitalEntregaImediata, capitalEPlCumulados, capitalIntegralizado, capitalPlLimite } from '../../../src/analises/verificacoes/capital-pl.js';
import { garantiaModalidade } from '../../../src/analises/verificacoes/garantia-modalidade.js';
import { garantiaExecucao, garantiaExecucao13303, garantiaProposta } from '../../../src/analises/verificacoes/garantias.js';
import { endividamentoUsual, faturamentoMinimo, indicesUsuais } from '../../../src/analises/verificacoes/indices.js';
import { seguroGarantiaPrazo } from '../../../src/analises/verificacoes/seguro-garantia.js';
import { fatosCom } from '../../support/fatos.js';
import { aplicar, casosDeRegra } from '../../support/regras.js';
import { textoDe } from '../../support/texto-edital.js';

const ESTATAL = textoDe('Licitação regida pela Lei nº 13.303/2016.');

describe('guarantees', () => {
  casosDeRegra(garantiaProposta, [
    ['1%', { fatos: { garantia_proposta_pct: '1' } }, 'ok'], ['1.5%', { fatos: { garantia_proposta_pct: '1.5' } }, 'violado'], ['not asked', {}, null],
    ['amount equal to 1%', { fatos: { garantia_proposta_pct: { valor: '14406.44' }, valor_estimado_total: '1440644.00' } }, 'ok'],
    ['amount above 1%', { fatos: { garantia_proposta_pct: { valor: '14406.45' }, valor_estimado_total: '1440644.00' } }, 'violado'],
    ['amount, estimate unknown', { fatos: { garantia_proposta_pct: { valor: '14406.44' } } }, 'nao_aferivel'],
    ['amount, confidential budget', { fatos: { garantia_proposta_pct: { valor: '14406.44' }, orcamento_sigiloso: true, valor_estimado_total: '1' } }, 'nao_aferivel'],
    ['a weak reading is only a sign', { fatos: fatosCom({ garantia_proposta_pct: '5' }, { garantia_proposta_pct: { confianca: 0.6 } }) }, 'indicio'],
  ]);
  casosDeRegra(garantiaExecucao, [
    ['5%', { fatos: { garantia_execucao_pct: '5' } }, 'ok'], ['8% with no reason', { fatos: { garantia_execucao_pct: '8' } }, 'indicio'],
    ['10% with reasons', { fatos: { garantia_execucao_pct: '10' }, texto: 'A garantia será de 10% (dez por cento), justificada pela complexidade técnica do objeto.' }, 'ok'],
    ['12%', { fatos: { garantia_execucao_pct: '12' } }, 'violado'],
    ['30% in works of great size', { fatos: { garantia_execucao_pct: '30', valor_estimado_total: '300000000', objeto: 'Construção de hospital', sessao_abertura: '2026-03-03T09:00:00-03:00' } }, 'ok'],
    ['30% in smaller works', { fatos: { garantia_execucao_pct: '30', valor_estimado_total: '3000000', objeto: 'Construção de hospital', sessao_abertura: '2026-03-03T09:00:00-03:00' } }, 'violado'],
  ]);
  casosDeRegra(garantiaExecucao13303, [['11% in a state company', { texto: ESTATAL, fatos: { garantia_execucao_pct: '11' } }, 'violado'], ['5% in a state company', { texto: ESTATAL, fatos: { garantia_execucao_pct: '5' } }, 'ok']]);

  const com = (texto: string) => ({ texto, fatos: { garantia_execucao_pct: '5' } as const });
  casosDeRegra(seguroGarantiaPrazo, [
    ['5 days for the seguro', com('13.2. A licitante que optar por seguro-garantia deverá apresentá-lo em até 5 (cinco) dias após a homologação.'), 'violado'],
    ['10 business days for the seguro', com('13.2. O seguro-garantia deverá ser entregue no prazo de 10 (dez) dias úteis da assinatura.'), 'violado'],
    ['one month from the homologação', com('13.2. Para o seguro-garantia, o prazo é de 1 (um) mês, contado da data de homologação da licitação e anterior à assinatura.'), 'ok'],
    ['a term for any kind', com('13.1. A garantia contratual será prestada em até 10 (dez) dias úteis.\n13.2. São modalidades: caução, seguro-garantia e fiança.'), 'indicio'],
    ['the term of the other kinds only', com('13.1. A garantia, nas modalidades caução e fiança bancária, deverá ser prestada em até 10 dias úteis.\n13.2. Aceita-se seguro-garantia na forma da lei, com prazo de 1 (um) mês da homologação.'), 'ok'],
    ['a clause about seguro beside a term for caução', com('4.2.4. Optando pelo seguro-garantia, deverá apresentá-lo até a assinatura.\n4.2.5. A garantia, nas modalidades caução e fiança bancária, deverá ser prestada em até 10 dias úteis.'), 'indicio'],
    ['renewal is another term', com('9. A garantia será de 5%.\n9.1. A reposição da garantia deverá ser apresentada em até 10 (dez) dias úteis da notificação.'), 'indicio'],
    ['more than a month from the homologação', com('13.2. A adjudicatária apresentará, no prazo máximo de 40 (quarenta) dias contado da homologação, garantia de execução, por caução, seguro-garantia ou fiança.'), 'ok'],
    ['no guarantee asked', 'A garantia do produto será prestada por 5 dias.', null],
  ]);
  casosDeRegra(garantiaModalidade, [
    ['only seguro', 'A garantia de execução será prestada exclusivamente por seguro-garantia.', 'indicio'], ['the choice is free', 'A garantia de execução poderá ser prestada por caução, seguro-garantia ou fiança.', 'ok'],
    ['seguro with retomada', 'A garantia de execução será prestada exclusivamente por seguro-garantia com cláusula de retomada, nos termos do art. 102.', 'ok'],
  ]);
});

describe('capital and net worth', () => {
  casosDeRegra(capitalPlLimite, [['10%', { fatos: { capital_ou_pl_minimo_pct: '10' } }, 'ok'], ['12%', { fatos: { capital_ou_pl_minimo_pct: '12' } }, 'violado'], ['not asked', {}, null], ['not a state company', { texto: ESTATAL, fatos: { capital_ou_pl_minimo_pct: '20' } }, null]]);

  it.each([['90000.00', true], ['130000.00', false], [undefined, false]])('with a net worth of %s it keeps the company out: %s', (patrimonioLiquido, exclui) => {
    const v = aplicar(capitalPlLimite, { fatos: { capital_ou_pl_minimo_pct: '12', valor_estimado_total: '1000000.00' }, empresa: patrimonioLiquido ? { patrimonioLiquido } : {} });
    expect(v?.excluiEmpresa ?? false).toBe(exclui);
    expect(v?.motivo).toContain('R$ 120.000,00 em vez de R$ 100.000,00');
  });

  const pede = (texto: string) => ({ texto, fatos: { capital_ou_pl_minimo_pct: '10' } as const });
  casosDeRegra(capitalEPlCumulados, [
    ['both', pede('Habilitação: capital social e patrimônio líquido mínimos de 10% do valor estimado.'), 'indicio'],
    ['one or the other', pede('Habilitação: capital mínimo ou patrimônio líquido mínimo de 10% do valor estimado.'), 'ok'],
    ['e/ou', pede('Habilitação: capital social e/ou patrimônio líquido de 10% do valor estimado.'), 'ok'],
  ]);
  casosDeRegra(capitalEGarantiaProposta, [
    ['with a proposal guarantee', { texto: 'Habilitação: patrimônio líquido mínimo de 10% do valor estimado.', fatos: { capital_ou_pl_minimo_pct: '10', garantia_proposta_pct: '1' } }, 'indicio'],
    ['only for weak índices', { texto: 'A empresa que apresentar resultado inferior a 1 em qualquer dos índices deverá comprovar patrimônio líquido de 10% do valor estimado.', fatos: { capital_ou_pl_minimo_pct: '10', garantia_proposta_pct: '1' } }, 'ok'],
    ['alone', { fatos: { capital_ou_pl_minimo_pct: '10' } }, null],
  ]);
  const compra = { capital_ou_pl_minimo_pct: '10', objeto: 'Aquisição de cadeiras', srp: false } as const;
  casosDeRegra(capitalEntregaImediata, [
    ['15 days', { fatos: { ...compra, prazo_execucao: { n: 15, unidade: 'dias' } } }, 'indicio'], ['21 business days are 30 days', { fatos: { ...compra, prazo_execucao: { n: 21, unidade: 'dias_uteis' } } }, 'indicio'], ['60 days', { fatos: { ...compra, prazo_execucao: { n: 60, unidade: 'dias' } } }, 'ok'],
    ['price registration is no immediate delivery', { fatos: { ...compra, srp: true, prazo_execucao: { n: 15, unidade: 'dias' } } }, null], ['term unknown', { fatos: compra }, 'nao_aferivel'],
  ]);
  casosDeRegra(capitalIntegralizado, [['paid in', 'Exige-se capital social integralizado mínimo de 10% do valor estimado.', 'indicio'], ['not said', 'Exige-se capital social mínimo de 10%.', null]]);
});

describe('balance sheet and índices', () => {
  casosDeRegra(balancoExercicios, [['two', { fatos: { balanco_exercicios: 2 } }, 'ok'], ['three', { fatos: { balanco_exercicios: 3 } }, 'violado'], ['not asked', {}, null]]);
  it('keeps out a company with fewer balance sheets', () => {
    expect(aplicar(balancoExercicios, { fatos: { balanco_exercicios: 3 }, empresa: { balancos: [2025, 2024] } })?.excluiEmpresa).toBe(true);
    expect(aplicar(balancoExercicios, { fatos: { balanco_exercicios: 3 }, empresa: { balancos: [2025, 2024, 2023] } })?.excluiEmpresa).toBeUndefined();
  });
  casosDeRegra(indicesUsuais, [['1', { fatos: { indices_minimos: '1' } }, 'ok'], ['1.5: reasons are in the file', { fatos: { indices_minimos: '1.5' } }, 'nao_aferivel'], ['2.5', { fatos: { indices_minimos: '2.5' } }, 'indicio']]);
  casosDeRegra(endividamentoUsual, [
    ['up to 1', 'Qualificação: índice de endividamento (IE) ≤ 1,00.', 'ok'], ['up to 0.8: reasons are in the file', 'Grau de endividamento menor ou igual a 0,80.', 'nao_aferivel'],
    ['up to 0.4', 'Índices de liquidez iguais ou superiores a 1 (um), e endividamento geral (IEG) igual ou inferior a 0,4.', 'indicio'], ['none', 'Índices de liquidez iguais ou superiores a 1.', null],
  ]);
  casosDeRegra(faturamentoMinimo, [
    ['minimum revenue', 'Qualificação: a licitante deverá comprovar faturamento anual mínimo de R$ 500.000,00.', 'violado'],
    ['profitability', 'Habilitação: serão exigidos índices de rentabilidade de 5%.', 'violado'],
    ['the ME ceiling is another matter', 'Habilitação: microempresa com receita bruta igual ou superior ao teto perde o benefício.', 'ok'],
    ['nothing', 'Habilitação: balanço patrimonial.', 'ok'],
  ]);
});
