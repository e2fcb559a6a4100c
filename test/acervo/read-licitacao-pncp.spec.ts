import { describe, expect, it } from '@jest/globals';
import { readLicitacaoPncp } from '../../src/acervo/index.js';

/** A record in PNCP's shape; the tender and the agency are invented. */
const REGISTRO = {
  numeroControlePNCP: '11222333000181-1-000042/2026', anoCompra: 2026, sequencialCompra: 42, numeroCompra: '90012', processo: '077/2026',
  orgaoEntidade: { cnpj: '11222333000181', razaoSocial: 'MUNICIPIO DE PEDRA LISA', esferaId: 'M', poderId: 'N' },
  unidadeOrgao: { nomeUnidade: 'SECRETARIA DE EDUCAÇÃO', ufSigla: 'MG', municipioNome: 'Pedra Lisa', codigoIbge: '3106200', codigoUnidade: '1' },
  modalidadeId: 6, modoDisputaId: 1, tipoInstrumentoConvocatorioCodigo: 1, situacaoCompraId: 1, srp: true, amparoLegal: { codigo: 1, nome: 'Lei 14.133/2021, Art. 28, I ' },
  objetoCompra: '[Portal de Compras Públicas] - AQUISIÇÃO DE\r\nMOBILIÁRIO\u00a0ESCOLAR', valorTotalEstimado: 250000.5, dataPublicacaoPncp: '2026-07-20T09:15:00',
  dataAtualizacao: '2026-07-21T10:00:00', dataAtualizacaoGlobal: '2026-07-22T11:30:45.123', dataAberturaProposta: '2026-07-20T10:00', dataEncerramentoProposta: '2026-08-10T08:59:00',
  linkSistemaOrigem: 'https://www.exemplo.gov.br/compra?id=42', usuarioNome: 'Portal Exemplo', campoNovo: { qualquer: 1 },
};
const read = (extra: object): ReturnType<typeof readLicitacaoPncp> => readLicitacaoPncp({ ...REGISTRO, ...extra });

describe('readLicitacaoPncp', () => {
  it('reads a record in our words', () => {
    expect(readLicitacaoPncp(REGISTRO)).toEqual({
      numeroControlePNCP: '11222333000181-1-000042/2026', numeroEdital: '90012/2026', numeroProcesso: '077/2026', orgaoNome: 'MUNICIPIO DE PEDRA LISA', orgaoCnpj: '11222333000181',
      unidadeNome: 'SECRETARIA DE EDUCAÇÃO', uf: 'MG', municipio: 'Pedra Lisa', codigoIbge: '3106200', esfera: 'M', modalidadeId: 6, modoDisputaId: 1, instrumentoId: 1,
      amparoLegalCodigo: 1, amparoLegalNome: 'Lei 14.133/2021, Art. 28, I', situacao: 'divulgada', objeto: 'AQUISIÇÃO DE MOBILIÁRIO ESCOLAR', srp: true, valorEstimado: '250000.5', orcamentoSigiloso: null,
      publicacao: '2026-07-20T09:15:00-03:00', atualizacao: '2026-07-22T11:30:45-03:00', aberturaPropostas: '2026-07-20T10:00:00-03:00', encerramentoPropostas: '2026-08-10T08:59:00-03:00',
      linkSistemaOrigem: 'https://www.exemplo.gov.br/compra?id=42', plataforma: 'Portal Exemplo', itens: [],
    });
  });

  it.each([
    ['the record in a list', [REGISTRO]],
    ['the record in the envelope', { data: [REGISTRO], totalRegistros: 1 }],
  ])('takes %s', (_, bruto) => expect(readLicitacaoPncp(bruto).numeroEdital).toBe('90012/2026'));

  it.each([['nothing', null], ['text', 'x'], ['another object', { a: 1 }], ['an empty list', []], ['two records', [REGISTRO, REGISTRO]], ['an id of the wrong type alone', { numeroControlePNCP: {} }]])('refuses %s', (_, bruto) => {
    expect(() => readLicitacaoPncp(bruto)).toThrow(expect.objectContaining({ codigo: 'pncp_invalido' }));
  });

  it.each([[0, null], ['0.00', null], [9999999999999.99, null], ['9999999999999.99', null], [-5, null], ['1234.56', '1234.56'], ['um milhão', null], [null, null], [1e6, '1000000']])('reads the amount %p as %p', (valorTotalEstimado, esperado) => {
    expect(read({ valorTotalEstimado }).valorEstimado).toBe(esperado);
  });

  it.each([
    ['2026-08-10T09:00:00', '2026-08-10T09:00:00-03:00'], ['2026-08-10T12:00:00Z', '2026-08-10T09:00:00-03:00'], ['2026-08-10', '2026-08-10T00:00:00-03:00'],
    // Summer time was in force until February 2019.
    ['2018-12-10T09:00:00', '2018-12-10T09:00:00-02:00'], ['10/08/2026', null], ['', null], ['0001-01-01T00:00:00', null], [20260810, '2026-08-10T00:00:00-03:00'],
  ])('reads the date %p as %p', (dataEncerramentoProposta, esperado) => {
    expect(read({ dataEncerramentoProposta }).encerramentoPropostas).toBe(esperado);
  });

  it('reads ids given as text, and makes null of what is not there or not understood', () => {
    expect(read({ modalidadeId: '8', situacaoCompraId: '4', srp: 'false' })).toMatchObject({ modalidadeId: 8, situacao: 'suspensa', srp: false });
    expect(read({ modalidadeId: 'pregão', situacaoCompraId: 99, srp: 'talvez', orgaoEntidade: 'x', unidadeOrgao: null, amparoLegal: [], itens: 'nenhum', linkSistemaOrigem: 'www exemplo' })).toMatchObject({
      modalidadeId: null, situacao: null, srp: null, orgaoNome: null, orgaoCnpj: null, uf: null, amparoLegalCodigo: null, itens: [], linkSistemaOrigem: null,
    });
    expect(read({ orgaoEntidade: { cnpj: '11222333000182' } }).orgaoCnpj).toBeNull();
  });

  it.each([['12/2026', '12/2026'], ['CC 1', 'CC 1/2026'], ['PE 12/26', 'PE 12/26'], ['', null]])('reads the number %p as %p', (numeroCompra, esperado) => {
    expect(read({ numeroCompra }).numeroEdital).toBe(esperado);
  });

  it('puts right text whose UTF-8 was read as Latin-1', () => {
    expect(read({ objetoCompra: Buffer.from('Aquisição de mobiliário', 'utf8').toString('latin1') }).objeto).toBe('Aquisição de mobiliário');
    expect(read({ objetoCompra: 'SÃO JOÃO: ÂNCORAS' }).objeto).toBe('SÃO JOÃO: ÂNCORAS');
  });

  it('reads items, by id and by name, 0 being unknown', () => {
    const { itens, orcamentoSigiloso } = read({
      itens: [
        { numeroItem: 1, descricao: 'Carteira\nescolar', quantidade: 100.0, unidadeMedida: 'UN', valorUnitarioEstimado: 500.1234, valorTotal: 50012.34, tipoBeneficio: 1, materialOuServico: 'M', orcamentoSigiloso: false, criterioJulgamentoId: 1 },
        { numeroItem: '2', descricao: 'Instalação', quantidade: '0', valorUnitarioEstimado: 0, valorTotal: 0, tipoBeneficioNome: 'Sem benefício', materialOuServico: 's', orcamentoSigiloso: false },
        { tipoBeneficioId: 3, orcamentoSigiloso: false },
      ],
    });
    expect(itens[0]).toEqual({ numero: 1, descricao: 'Carteira escolar', quantidade: '100', unidade: 'UN', valorUnitario: '500.1234', valorTotal: '50012.34', beneficio: 'exclusiva_me_epp', materialOuServico: 'M', sigiloso: false, criterioJulgamentoId: 1 });
    expect(itens[1]).toMatchObject({ numero: 2, quantidade: null, valorUnitario: null, valorTotal: null, beneficio: 'sem_beneficio', materialOuServico: 'S' });
    expect(itens[2]).toMatchObject({ numero: 3, descricao: '', beneficio: 'cota_reservada' });
    expect(orcamentoSigiloso).toBe(false);
  });

  it.each([[1, false], [2, true], [3, true], [9, null]])('reads secrecy code %p as %p', (orcamentoSigilosoCodigo, esperado) => {
    expect(read({ orcamentoSigilosoCodigo }).orcamentoSigiloso).toBe(esperado);
  });
});
