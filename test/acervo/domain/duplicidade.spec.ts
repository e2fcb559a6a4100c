import { describe, expect, it } from '@jest/globals';
import { chavesDeSemelhanca, isMesmaLicitacao, type Semelhante } from '../../../src/acervo/domain/duplicidade.js';

const LONGO = 'Contratação de empresa especializada para a pavimentação asfáltica da Rua das Acácias e de suas transversais, com drenagem pluvial';
const MEDIO = 'Aquisição de cadeiras e mesas escolares para a rede municipal';
const BASE: Semelhante = {
  orgaoCnpj: '11222333000181', codigoIbge: '3550308', uf: 'SP', municipio: 'São Paulo', numeroEdital: '55/2026', numeroProcesso: '100/2026', objeto: LONGO, valorEstimado: '411177.62',
  encerramentoPropostas: '2026-02-27T08:00:00-03:00', linkSistemaOrigem: null, plataforma: 'Portal A', modalidadeId: 4,
};
const compra = (id: string): Partial<Semelhante> => ({ linkSistemaOrigem: `https://cnetmobile.estaleiro.serpro.gov.br/comprasnet-web/public/landing?destino=acompanhamento-compra&compra=${id}`, plataforma: 'Compras.gov.br' });

describe('one tender under two numbers', () => {
  it.each<[string, Partial<Semelhante>, Partial<Semelhante>, boolean]>([
    ['the same record under another sequencial', {}, {}, true],
    ['two platforms, the number written in another way', { numeroEdital: 'CCE 055/2026' }, { plataforma: 'Portal B' }, true],
    ['two platforms that number by themselves', { numeroEdital: 'CE 1/2026' }, { numeroEdital: '13/2026', plataforma: 'Portal B' }, true],
    ['two platforms, values that differ by a cent', { valorEstimado: '411177.61' }, { plataforma: 'Portal B' }, true],
    ['two platforms, half an hour apart, one without a value', { valorEstimado: null }, { plataforma: 'Portal B', encerramentoPropostas: '2026-02-27T08:30:00-03:00' }, true],
    ['two links to one purchase of Compras.gov, whatever else they say', compra('98600105900182026'), { ...compra('98600105900182026'), objeto: 'Outro texto', encerramentoPropostas: '2026-03-27T08:00:00-03:00' }, true],
    ['Compras.gov and the buyer\'s own portal', compra('98600105900182026'), { plataforma: 'Município de Exemplo', numeroProcesso: '7012' }, true],
    ['two numbers of one platform: bought apart', { numeroEdital: '54/2026' }, {}, false],
    ['two purchases of Compras.gov, the rest the same', compra('98600105900182026'), compra('98600105900192026'), false],
    ['another value', { valorEstimado: '500000' }, { plataforma: 'Portal B' }, false],
    ['another day: repeated, not duplicated', { encerramentoPropostas: '2026-04-27T08:00:00-03:00' }, {}, false],
    ['another modality', { modalidadeId: 6 }, { plataforma: 'Portal B' }, false],
    ['the same number, another object and value', { objeto: MEDIO, valorEstimado: null }, {}, false],
    ['a short object that many buy', { objeto: 'Gêneros de alimentação', numeroEdital: '1/2026' }, { objeto: 'Gêneros de alimentação', numeroEdital: '2/2026', plataforma: 'Portal B' }, false],
    ['another buyer, another hour', { orgaoCnpj: '11222333000262', encerramentoPropostas: '2026-02-27T14:00:00-03:00' }, { plataforma: 'Portal B' }, false],
    ['the fund and the city, one tender', { orgaoCnpj: '11444777000161', numeroEdital: '9/2026' }, {}, true],
    ['buyers unknown, another hour', { orgaoCnpj: null, encerramentoPropostas: '2026-02-27T08:10:00-03:00' }, { orgaoCnpj: null, plataforma: 'Portal B' }, false],
    ['no number, no value, another hour', { numeroEdital: null, valorEstimado: null, encerramentoPropostas: '2026-02-27T14:00:00-03:00' }, { numeroEdital: null, plataforma: 'Portal B' }, false],
  ])('%s', (_nome, a, b, mesma) => {
    const [x, y] = [{ ...BASE, ...a }, { ...BASE, ...b }];
    expect(isMesmaLicitacao(x, y)).toBe(mesma);
    expect(isMesmaLicitacao(y, x)).toBe(mesma);
    if (mesma) expect(chavesDeSemelhanca(x).filter((c) => chavesDeSemelhanca(y).includes(c))).not.toEqual([]);
  });

  it('meets nobody when it says nothing', () => {
    expect(chavesDeSemelhanca({ ...BASE, encerramentoPropostas: null })).toEqual([]);
    expect(chavesDeSemelhanca({ ...BASE, numeroEdital: null, numeroProcesso: 's/n', objeto: 'x' })).toEqual([]);
  });
});
