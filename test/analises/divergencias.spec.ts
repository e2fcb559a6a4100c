import { describe, expect, it } from '@jest/globals';
import { compareComPncp } from '../../src/analises/index.js';
import { CAMPOS, type Campo, type Fatos, type ValorPorCampo } from '../../src/editais/index.js';
import { readLicitacaoPncp } from '../../src/licitacoes/index.js';

const fatosDe = (valores: Partial<ValorPorCampo>): Fatos =>
  Object.fromEntries(CAMPOS.map((campo: Campo) => [campo, valores[campo] === undefined ? { campo, valor: null, ausencia: 'nao_encontrado' } : { campo, valor: valores[campo], confianca: 0.9, documento: 'Edital.pdf', pagina: 2, trecho: 'o trecho que prova o valor' }])) as unknown as Fatos;
const compare = (pncp: object, valores: Partial<ValorPorCampo>) => compareComPncp(readLicitacaoPncp({ numeroControlePNCP: 'x', objetoCompra: 'y', ...pncp }), fatosDe(valores));
const campos = (pncp: object, valores: Partial<ValorPorCampo>): string[] => compare(pncp, valores).map((d) => d.campo);

/** [what, PNCP, facts, fields that diverge] */
const CASOS: readonly [string, object, Partial<ValorPorCampo>, string[]][] = [
  ['nothing known on either side', {}, {}, []],
  ['unknown to the edital', { modalidadeId: 6, srp: true, valorTotalEstimado: 10, dataEncerramentoProposta: '2026-08-10T09:00:00' }, {}, []],
  ['unknown to PNCP: 0 is no amount', { valorTotalEstimado: 0 }, { valor_estimado_total: '10.00' }, []],
  ['the same modality', { modalidadeId: 6 }, { modalidade: 'pregao', forma: 'eletronica' }, []],
  ['another modality and form', { modalidadeId: 5 }, { modalidade: 'pregao', forma: 'eletronica' }, ['modalidade', 'forma']],
  ['an id that is new', { modalidadeId: 77, modoDisputaId: 88 }, { modalidade: 'pregao', modo_disputa: 'aberto' }, []],
  ['opposite orders of dispute', { modoDisputaId: 6 }, { modo_disputa: 'aberto_fechado' }, ['modo_disputa']],
  ['price register', { srp: false }, { srp: true }, ['srp']],
  ['criterion of all items', { itens: [{ criterioJulgamentoId: 1 }, { criterioJulgamentoId: 1 }] }, { criterio_julgamento: 'maior_desconto' }, ['criterio_julgamento']],
  ['criteria that differ among items', { itens: [{ criterioJulgamentoId: 1 }, { criterioJulgamentoId: 2 }] }, { criterio_julgamento: 'maior_desconto' }, []],
  ['benefit of all items', { itens: [{ tipoBeneficio: 1 }, { tipoBeneficio: 1 }] }, { me_epp: 'ampla' }, ['me_epp']],
  ['mixed benefits', { itens: [{ tipoBeneficio: 1 }, { tipoBeneficio: 5 }] }, { me_epp: 'misto' }, []],
  ['no benefit under two names', { itens: [{ tipoBeneficio: 4 }, { tipoBeneficio: 5 }] }, { me_epp: 'ampla' }, []],
  ['an amount within a cent an item', { valorTotalEstimado: 100.03, itens: [{}, {}, {}] }, { valor_estimado_total: '100.00' }, []],
  ['an amount beyond it', { valorTotalEstimado: 100.04, itens: [{}, {}, {}] }, { valor_estimado_total: '100.00' }, ['valor_estimado_total']],
  ['a total that is not the sum of its items', { valorTotalEstimado: 100, itens: [{ valorTotal: 60 }, { valorTotal: 30 }] }, {}, ['valor_estimado_total']],
  ['items without price', { valorTotalEstimado: 100, itens: [{ valorTotal: 60 }, { valorTotal: 0 }] }, {}, []],
  ['the same instant in two time zones', { dataEncerramentoProposta: '2026-08-10T09:00:00' }, { propostas_fim: '2026-08-10T08:00:00-04:00' }, []],
  ['another hour', { dataEncerramentoProposta: '2026-08-10T09:00:00' }, { propostas_fim: '2026-08-10T08:00:00-03:00' }, ['propostas_fim']],
  ['a session minutes after the end of proposals', { dataEncerramentoProposta: '2026-08-10T08:59:00' }, { sessao_abertura: '2026-08-10T09:00:00-03:00' }, []],
  ['a session on another day', { dataEncerramentoProposta: '2026-08-10T08:59:00' }, { sessao_abertura: '2026-08-24T09:00:00-03:00' }, ['sessao_abertura']],
  ['dates of PNCP in the wrong order', { dataAberturaProposta: '2026-08-10T09:00:00', dataEncerramentoProposta: '2026-08-09T09:00:00' }, {}, ['propostas_fim']],
  ['the number of Compras.gov.br', { numeroCompra: '90319', anoCompra: 2025 }, { numero_edital: '319/2025' }, []],
  ['zeros before the number', { numeroCompra: '7', anoCompra: 2026 }, { numero_edital: '007/2026' }, []],
  ['a suffix after the number', { numeroCompra: '12/2026' }, { numero_edital: '12/2026/PML' }, []],
  ['another number', { numeroCompra: '90319', anoCompra: 2025 }, { numero_edital: '320/2025' }, ['numero_edital']],
  ['another year', { numeroCompra: '12/2025' }, { numero_edital: '12/2026' }, ['numero_edital']],
  ['a fund of the same body', { orgaoEntidade: { cnpj: '11222333000181' } }, { orgao_cnpj: '11222333000262' }, []],
  ['another body', { orgaoEntidade: { cnpj: '11222333000181' } }, { orgao_cnpj: '11444777000161' }, ['orgao_cnpj']],
];

describe('compareComPncp', () => {
  it.each(CASOS)('%s', (_, pncp, valores, esperado) => expect(campos(pncp, valores)).toEqual(esperado));

  it('shows both values, the edital\'s with its quote', () => {
    expect(compare({ valorTotalEstimado: 1234.5 }, { valor_estimado_total: '2000.00' })).toEqual([
      {
        campo: 'valor_estimado_total', descricao: 'O PNCP e o edital divergem quanto a valor estimado: “R$ 1.234,50” no PNCP, “R$ 2.000,00” no documento.',
        valores: [{ fonte: 'PNCP', valor: 'R$ 1.234,50' }, { fonte: 'edital', valor: 'R$ 2.000,00', evidencia: { documento: 'Edital.pdf', pagina: 2, trecho: 'o trecho que prova o valor' } }],
      },
    ]);
  });

  it('says the time zone when it is not Brasília\'s', () => {
    expect(compare({ dataEncerramentoProposta: '2026-08-10T09:00:00' }, { propostas_fim: '2026-08-10T09:00:00-04:00' })[0]!.valores.map((v) => v.valor)).toEqual(['10/08/2026 às 09:00', '10/08/2026 às 09:00 (UTC-04:00)']);
  });
});
