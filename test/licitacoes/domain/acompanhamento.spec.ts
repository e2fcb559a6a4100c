import { describe, expect, it } from '@jest/globals';
import { campoDe, diffJulgados, toMudancaId, type Licitacao } from '../../../src/licitacoes/index.js';
import { refreshLicitacao } from '../../../src/licitacoes/domain/refresh-licitacao.js';
import { esperaArquivoS, MAX_TENTATIVAS_ARQUIVO } from '../../../src/licitacoes/acompanhamento/estado-arquivo.js';
import { joinDesatualizada } from '../../../src/analises/desatualizacao/desatualizada.js';
import { LICITACAO } from '../../support/entrada-decisao.js';

const com = (m: Partial<Licitacao>): Licitacao => ({ ...LICITACAO, ...m });
const item = { numero: 1, descricao: 'Limpeza', quantidade: '1', unidade: null, valorUnitario: null, valorTotal: null, beneficio: null, materialOuServico: null, sigiloso: null, criterioJulgamentoId: null };

describe('what a judgement looks at', () => {
  it.each([
    ['encerramentoPropostas', 'encerramentoPropostas'], ['situacao', 'situacao'], ['itens/3/quantidade', 'itens'], ['itens/3', 'itens'], ['arquivos/4', 'arquivos'], ['arquivos/4/ativo', 'arquivos'], ['arquivos/4/publicacao', 'arquivos'],
    ['arquivos/4/titulo', null], ['atualizacao', null], ['linkSistemaOrigem', null], ['numeroProcesso', null], ['pncp/valorTotalHomologado', null],
  ])('%s → %s', (caminho, campo) => expect(campoDe(caminho)).toBe(campo));

  it('tells two records apart only by that', () => {
    expect(diffJulgados(LICITACAO, com({ atualizacao: '2026-11-20T08:00:00-03:00', numeroProcesso: 'X' }))).toEqual([]);
    expect(diffJulgados(LICITACAO, com({ situacao: 'suspensa', valorEstimado: null, itens: [item] }))).toEqual(['situacao', 'valorEstimado', 'itens']);
    expect(diffJulgados(null, null)).toEqual([]);
  });
});

describe('refreshLicitacao', () => {
  const publicada = com({ objeto: 'Novo', valorEstimado: '9.00', atualizacao: '2026-11-20T08:00:00-03:00' });
  it('takes what PNCP says, but for what a person changed, unknown included', () => {
    expect(refreshLicitacao(com({ valorEstimado: null }), publicada, ['valorEstimado'])).toEqual({ ...publicada, valorEstimado: null });
  });
  it('an older record changes nothing; without clocks PNCP counts', () => {
    const guardada = com({ atualizacao: '2026-11-21T08:00:00-03:00' });
    expect(refreshLicitacao(guardada, publicada, [])).toBe(guardada);
    expect(refreshLicitacao(com({ atualizacao: null }), publicada, []).objeto).toBe('Novo');
  });
  it('items that have not come yet do not take away those that are known', () => {
    expect(refreshLicitacao(com({ itens: [item] }), publicada, []).itens).toEqual([item]);
    expect(refreshLicitacao(null, publicada, [])).toBe(publicada);
  });
});

describe('outdated', () => {
  const agora = new Date('2026-11-23T12:00:00Z');
  const mudanca = { id: '7', campo: 'itens/2', antes: null, depois: {}, em: agora };
  it('adds fields and changes to those there were, and keeps the first moment', () => {
    const antes = joinDesatualizada(null, ['situacao'], [], new Date('2026-11-20T12:00:00Z'))!;
    expect(joinDesatualizada(antes, ['itens', 'situacao'], [mudanca, { ...mudanca, id: '8', campo: 'objeto' }], agora)).toEqual({ em: '2026-11-20T12:00:00.000Z', campos: ['situacao', 'itens'], mudancas: [toMudancaId('7')], substituidaPor: null });
    expect(joinDesatualizada(null, [], [mudanca], agora)).toBeNull();
  });
});

it('files wait longer each time, as long as PNCP asks, within bounds', () => {
  const esperas = Array.from({ length: MAX_TENTATIVAS_ARQUIVO }, (_, i) => esperaArquivoS(i + 1));
  expect(esperas).toEqual([60, 240, 960, 3840, 15_360, 21_600, 21_600, 21_600]);
  expect([esperaArquivoS(1, 500), esperaArquivoS(1, 1e9)]).toEqual([500, 21_600]);
});
