import { describe, expect, it } from '@jest/globals';
import { beneficiariaMeEpp } from '../../../src/analises/me-epp/empresa-beneficiaria.js';
import { meEppPorItem } from '../../../src/analises/me-epp/me-epp-item.js';
import { meEppCota, meEppExclusiva, meEppExclusivaAcima, meEppTeto } from '../../../src/analises/verificacoes/me-epp.js';
import { contextoCom, empresaCom, itemCom, itemPncpCom } from '../../support/fatos.js';
import { aplicar, casosDeRegra } from '../../support/regras.js';

const BENS = { objeto: 'Aquisição de cadeiras', adjudicacao: 'item' } as const;
const item = (valorTotal: string | null, beneficio: 'ampla' | 'exclusiva_me_epp' | 'cota_reservada' | null = 'ampla') => itemCom({ valorTotal, beneficio });

describe('limits of LC 123', () => {
  casosDeRegra(meEppExclusiva, [
    ['80 thousand, inclusive, left open', { fatos: BENS, itens: [item('80000.00')] }, 'indicio'], ['one cent more', { fatos: BENS, itens: [item('80000.01')] }, 'ok'], ['exclusive', { fatos: BENS, itens: [item('1000.00', 'exclusiva_me_epp')] }, 'ok'],
    ['art. 49 invoked', { fatos: BENS, itens: [item('1000.00')], texto: 'Não se aplica a exclusividade, nos termos do art. 49, II, da Lei Complementar nº 123/2006.' }, 'ok'], ['amount unknown', { fatos: BENS, itens: [item(null)] }, 'nao_aferivel'], ['no items', { fatos: BENS }, 'nao_aferivel'],
    ['what is adjudicated together counts together', { fatos: { ...BENS, adjudicacao: 'global' }, itens: [item('50000.00'), { ...item('50000.00'), numero: '2' }] }, 'ok'],
    ['confidential budget', { fatos: { ...BENS, orcamento_sigiloso: true }, itens: [item('1000.00')] }, 'ok'],
  ]);
  casosDeRegra(meEppExclusivaAcima, [['above 80 thousand', { fatos: BENS, itens: [item('80000.01', 'exclusiva_me_epp')] }, 'indicio'], ['up to it', { fatos: BENS, itens: [item('80000.00', 'exclusiva_me_epp')] }, null]]);
  casosDeRegra(meEppCota, [
    ['goods above 80 thousand, no share', { fatos: BENS, itens: [item('90000.00')] }, 'indicio'], ['with a share', { fatos: BENS, itens: [item('90000.00'), { ...item('30000.00', 'cota_reservada'), numero: '2' }] }, 'ok'], ['services have none', { fatos: { ...BENS, objeto: 'Prestação de serviços de limpeza' }, itens: [item('90000.00')] }, null],
  ]);
  casosDeRegra(meEppTeto, [
    ['the ceiling itself is in', { fatos: BENS, itens: [item('4800000.00', 'cota_reservada')] }, null], ['one cent above', { fatos: BENS, itens: [item('4800000.01', 'cota_reservada')] }, 'violado'], ['treatment unknown', { fatos: BENS, itens: [item('5000000.00', null)] }, 'nao_aferivel'], ['open above it', { fatos: BENS, itens: [item('5000000.00')] }, 'ok'],
    ['works count as one tender', { fatos: { objeto: 'Construção de escola', valor_estimado_total: '5000000.00', me_epp: 'exclusiva' } }, 'violado'], ['smaller works', { fatos: { objeto: 'Construção de escola', valor_estimado_total: '4000000.00', me_epp: 'exclusiva' } }, null],
  ]);
  it('an object divided in an open row and a reserved one is looked at whole: the reserved row is its share', () => {
    const linha = (numero: string, descricao: string, valorTotal: string, beneficio: 'ampla' | 'exclusiva_me_epp') => ({ ...item(valorTotal, beneficio), numero, descricao });
    const itens = [linha('27', '(AMPLA CONCORRÊNCIA) Televisor 55"', '70000.00', 'ampla'), linha('28', '(EXCLUSIVO ME/EPP) Televisor 55"', '20000.00', 'exclusiva_me_epp'), linha('29', 'Tela de projeção', '9000.00', 'exclusiva_me_epp')];
    expect(meEppPorItem(contextoCom({ fatos: BENS, itens })).map((i) => [i.numero, i.beneficio, i.esperado, i.valor])).toEqual([
      ['27', 'ampla', 'cota_reservada', '90000.00'], ['28', 'cota_reservada', 'cota_reservada', '90000.00'], ['29', 'exclusiva_me_epp', 'exclusiva_me_epp', '9000.00'],
    ]);
    expect([meEppExclusiva, meEppCota].map((r) => aplicar(r, { fatos: BENS, itens })?.resultado)).toEqual(['ok', 'ok']);
  });
  it('the unit price tells the halves too, when one description was lost', () => {
    const itens = [{ ...item('77000.00'), numero: '81', descricao: 'Scanner', valorUnitario: '4065.32' }, { ...item('24000.00', 'exclusiva_me_epp'), numero: '82', descricao: 'Certificações', valorUnitario: '4065.32' }];
    expect(meEppPorItem(contextoCom({ fatos: BENS, itens })).map((i) => i.beneficio)).toEqual(['ampla', 'cota_reservada']);
  });
  it.each([['demais', 'Não convém'], ['epp', 'Pedir a exclusividade']] as const)('%s: what it should do about an open item is "%s…"', (porte, inicio) =>
    expect(aplicar(meEppExclusiva, { fatos: BENS, itens: [item('1000.00')], empresa: { porte } })?.sugestao).toContain(inicio));
  it('keeps out a larger company when it is reserved above the ceiling', () => {
    expect(aplicar(meEppTeto, { fatos: BENS, itens: [item('5000000.00', 'cota_reservada')], empresa: { porte: 'demais' } })?.excluiEmpresa).toBe(true);
  });
});

describe('each item', () => {
  const pode = (parte: Parameters<typeof contextoCom>[0]) => meEppPorItem(contextoCom(parte)).map((i) => [i.beneficio, i.esperado, i.empresaPodeDisputar]);
  it.each([
    ['demais', 'exclusiva_me_epp', 'nao'], ['epp', 'exclusiva_me_epp', 'sim'], ['mei', 'cota_reservada', 'sim'], ['demais', 'ampla', 'sim'], [undefined, 'exclusiva_me_epp', 'indefinido'], [undefined, 'ampla', 'sim'],
  ] as const)('%s, %s → %s', (porte, beneficio, esperado) => expect(pode({ fatos: BENS, itens: [item('1000.00', beneficio)], empresa: { porte } })[0]?.[2]).toBe(esperado));

  it('takes the treatment of the whole tender when the row says nothing', () => {
    expect(pode({ fatos: { ...BENS, me_epp: 'exclusiva' }, itens: [item('1000.00', null)], empresa: { porte: 'demais' } })).toEqual([['exclusiva_me_epp', 'exclusiva_me_epp', 'nao']]);
    expect(pode({ fatos: { ...BENS, me_epp: 'misto' }, itens: [item('1000.00', null)], empresa: { porte: 'demais' } })).toEqual([[null, 'exclusiva_me_epp', 'indefinido']]);
  });
  it('completes the row with PNCP, and uses PNCP alone when no row was read', () => {
    const pncp = [itemPncpCom({ numero: 1, valorTotal: '500.00', beneficio: 'exclusiva_me_epp' }), itemPncpCom({ numero: 2, valorTotal: '90000.00', beneficio: 'sem_beneficio' })];
    expect(pode({ fatos: { ...BENS, me_epp: 'misto' }, itens: [item(null, null)], licitacao: { itens: pncp }, empresa: { porte: 'demais' } })).toEqual([['exclusiva_me_epp', 'exclusiva_me_epp', 'nao']]);
    expect(pode({ fatos: BENS, licitacao: { itens: pncp }, empresa: { porte: 'demais' } })).toEqual([['exclusiva_me_epp', 'exclusiva_me_epp', 'nao'], ['ampla', 'cota_reservada', 'sim']]);
  });
  it('judges a contract of several years by the year (art. 4º § 3º)', () => {
    const [i] = meEppPorItem(contextoCom({ fatos: { objeto: 'Prestação de serviços de limpeza', adjudicacao: 'item', vigencia_contrato: { n: 24, unidade: 'meses' } }, itens: [item('150000.00')] }));
    expect([i?.valor, i?.esperado]).toEqual(['75000.00', 'exclusiva_me_epp']);
  });
  it('multiplies what the row does not total', () => {
    expect(meEppPorItem(contextoCom({ fatos: BENS, itens: [itemCom({ quantidade: '10', valorUnitario: '12.3456' })] }))[0]?.valor).toBe('123.46');
  });
});

describe('which company has the benefits', () => {
  it.each([
    [{ porte: 'epp' }, 'sim'], [{ porte: 'mei' }, 'sim'], [{ porte: 'demais' }, 'nao'], [{}, 'indefinido'], [{ porte: 'epp', naturezaJuridica: 'Sociedade Anônima Fechada' }, 'nao'], [{ porte: 'epp', naturezaJuridica: 'Cooperativa de trabalho' }, 'indefinido'],
    [{ porte: 'epp', receitaBrutaAnual: '4800000.00' }, 'sim'], [{ porte: 'epp', receitaBrutaAnual: '4800000.01' }, 'nao'], [{ porte: 'epp', contratosPublicosNoAno: '4800000.01' }, 'nao'],
  ] as const)('%j → %s', (parte, resposta) => expect(beneficiariaMeEpp(empresaCom(parte)).resposta).toBe(resposta));
});
