import { describe, expect, it } from '@jest/globals';
import { decideCom, itemEdital, itemPncp } from '../../support/entrada-decisao.js';

const remedio = { descricao: 'Dipirona comprimido 500 mg, medicamento' };

describe('parts of a tender', () => {
  it('are lots when adjudicated by lot', () => {
    const { decisao, decisoesPorUnidade } = decideCom({
      fatos: { adjudicacao: 'lote', objeto: 'Serviços diversos' }, itens: [itemEdital('1', { lote: '1' }), itemEdital('2', { lote: '1' }), itemEdital('1', { lote: '2', ...remedio })],
    });
    expect(decisoesPorUnidade.map((d) => [d.unidade.tipo, d.unidade.id, d.desfecho])).toEqual([['lote', '1', 'GO'], ['lote', '2', 'NO_GO']]);
    expect(decisao).toMatchObject({ desfecho: 'GO', unidadesIndicadas: ['1'], unidadesExcluidas: [{ id: '2', desfecho: 'NO_GO' }] });
  });

  it.each([['global'], [null]] as const)('adjudicated %s there is one decision', (adjudicacao) => {
    const r = decideCom({ fatos: { adjudicacao }, itens: [itemEdital('1'), itemEdital('2')] });
    expect(r.decisoesPorUnidade).toEqual([]);
    expect(r.decisao.unidade.tipo).toBe('edital');
    expect(r.lacunas.some((l) => l.includes('adjudicação é por item'))).toBe(adjudicacao === null);
  });

  it('the tender takes the outcome of its best parts, whatever the worst', () => {
    const { decisao } = decideCom({ fatos: { adjudicacao: 'item' }, itens: [itemEdital('1', remedio), itemEdital('2'), itemEdital('3', remedio)] });
    expect(decisao).toMatchObject({ desfecho: 'GO', unidadesIndicadas: ['2'] });
    expect(decisao.portoes.find((p) => p.id === 'E5')!.resultado).toBe('passou');
  });

  it('when no part is left, the tender is NO_GO with its gate', () => {
    const { decisao } = decideCom({ fatos: { adjudicacao: 'item', objeto: 'Medicamentos' }, itens: [itemEdital('1', remedio), itemEdital('2', remedio)] });
    expect(decisao).toMatchObject({ desfecho: 'NO_GO', unidadesIndicadas: [] });
    expect(decisao.portoes.find((p) => p.id === 'E5')!.resultado).toBe('reprovado');
  });

  it('under a foreign object a familiar row is asked about, one that only mentions a familiar word is not', () => {
    const familiar = decideCom({ fatos: { adjudicacao: 'item', objeto: 'Aquisição de medicamentos' }, itens: [itemEdital('1', { descricao: 'Limpeza de caixas' }), itemEdital('2', remedio)] });
    expect(familiar.decisoesPorUnidade.map((d) => d.desfecho)).toEqual(['PENDENTE', 'NO_GO']);
    const mencao = decideCom({ fatos: { adjudicacao: 'item', objeto: 'Aquisição de medicamentos' }, itens: [itemEdital('1', { descricao: 'Solução oral pediátrica para limpeza de lentes' }), itemEdital('2', remedio)] });
    expect(mencao.decisao.desfecho).toBe('NO_GO');
  });

  it('under an object wholly of the company\'s trade a row with a word of another trade is to be confirmed, not refused', () => {
    const empresa = { descricao: 'Revenda de equipamentos e suprimentos de informática', cnaes: ['4751-2/01'], produtos: [{ descricao: 'Notebook' }, { descricao: 'Impressora' }, { descricao: 'Monitor' }] };
    const tinta = itemEdital('1', { descricao: 'Tinta 664 magenta 70 ml' });
    const com = (objeto: string) => decideCom({ fatos: { adjudicacao: 'item', objeto }, empresa, itens: [tinta, itemEdital('2', { descricao: 'Notebook 14 polegadas' })] }).decisoesPorUnidade[0]!.portoes.find((p) => p.id === 'E5')!.resultado;
    expect(com('Aquisição de suprimentos de informática')).toBe('condicionado');
    expect(com('Aquisição de suprimentos de informática e de materiais de pintura')).toBe('reprovado');
  });

  it('a row whose cost passes its own maximum is left out', () => {
    const produtos = [{ descricao: 'Limpeza do prédio central', unidade: 'mês', custoUnitario: '5000' }, { descricao: 'Portaria' }, { descricao: 'Conservação de áreas' }];
    const { decisoesPorUnidade } = decideCom({
      fatos: { adjudicacao: 'item' }, empresa: { produtos, custoDiretoTotal: undefined },
      itens: [itemEdital('1', { descricao: 'Limpeza do prédio central', valorUnitario: '1000.00', valorTotal: '12000.00' }), itemEdital('2', { descricao: 'Limpeza do prédio central', valorUnitario: '9000.00', valorTotal: '108000.00' })],
    });
    expect(decisoesPorUnidade.map((d) => d.desfecho)).toEqual(['NO_GO', 'GO']);
    expect(decisoesPorUnidade[0]!.portoes.find((p) => p.id === 'E8')).toMatchObject({ resultado: 'reprovado', evidencias: [{ pagina: 8 }], dados: [{ campo: '/produtos/0/custoUnitario' }] });
  });

  it('PNCP fills what a row lacks only when both speak of the same thing', () => {
    const itens = [itemEdital('1', { beneficio: null }), itemEdital('2', { beneficio: null, descricao: 'Vigilância armada' })];
    const licitacao = { itens: [itemPncp(1, { beneficio: 'exclusiva_me_epp' }), itemPncp(2, { beneficio: 'exclusiva_me_epp', descricao: 'Limpeza do prédio 2' })] };
    const { decisoesPorUnidade } = decideCom({ fatos: { adjudicacao: 'item', me_epp: null }, empresa: { porte: 'demais' }, itens, licitacao });
    const e4 = decisoesPorUnidade.map((d) => [d.unidade.titulo, d.portoes.find((p) => p.id === 'E4')!.resultado]);
    expect(e4).toEqual([['Limpeza do prédio 1', 'reprovado'], ['Vigilância armada', 'nao_aferivel'], ['Limpeza do prédio 2', 'reprovado']]);
  });

  it('two thousand rows are judged in seconds', () => {
    const inicio = performance.now();
    const r = decideCom({ fatos: { adjudicacao: 'item' }, licitacao: { itens: Array.from({ length: 2000 }, (_, i) => itemPncp(i + 1)) } });
    expect(r.decisoesPorUnidade).toHaveLength(2000);
    expect(performance.now() - inicio).toBeLessThan(10_000);
  });
});
