import { describe, expect, it } from '@jest/globals';
import { count, cutAtWord } from '../../../src/analises/decidir/palavras.js';
import { decideCom, itemEdital, requisito, verificacao } from '../../support/entrada-decisao.js';

describe('words', () => {
  it.each([[0, '0 indícios'], [1, '1 indício'], [2, '2 indícios']])('%i → %s', (n, esperado) => expect(count(n, 'indício', 'indícios')).toBe(esperado));
  it.each([
    ['cabe inteiro', 20, 'cabe inteiro'], ['para atender às Secretarias Municipais', 25, 'para atender às…'], ['palavrasemespaçosalgum', 10, 'palavrase…'], ['um texto, cortado depois da vírgula', 12, 'um texto…'],
  ])('%s in %i → %s', (texto, maximo, esperado) => {
    expect(cutAtWord(texto, maximo)).toBe(esperado);
    expect(cutAtWord(texto, maximo).length).toBeLessThanOrEqual(maximo);
  });
});

describe('wording of a decision', () => {
  const motivosDe = (id: string, m: Parameters<typeof decideCom>[0]): string => decideCom(m).decisao.dimensoes.find((d) => d.id === id)!.motivos.join(' ');
  const violada = (id: string) => verificacao(id, { resultado: 'violado' });
  const indicio = (id: string) => verificacao(id, { resultado: 'indicio' });

  it.each([
    [[violada('a')], '1 violação em 1 regra conferida.'], [[violada('a'), violada('b')], '2 violações em 2 regras conferidas.'], [[indicio('a'), verificacao('b')], '1 indício em 2 regras conferidas.'],
    [[violada('a'), indicio('b'), indicio('c')], '1 violação e 2 indícios em 3 regras conferidas.'], [[verificacao('a'), verificacao('b', { resultado: 'nao_aferivel' })], '1 regra não pôde ser conferida.'],
  ])('of the checks %#', (verificacoes, esperado) => expect(motivosDe('legalidade', { verificacoes })).toContain(esperado));

  it('of the matrix', () => {
    expect(motivosDe('habilitacao', { habilitacao: [requisito('a', 'juridica')] })).toBe('Habilitação jurídica: 1 de 1 exigência atendida.');
    expect(motivosDe('habilitacao', { habilitacao: [requisito('a', 'juridica'), requisito('b', 'fiscal', { status: 'falta_dado' }), requisito('c', 'fiscal', { status: 'falta_dado' })] })).toContain('falta saber das 2 exigências.');
  });

  it('a single row is a table read', () => expect(motivosDe('aderencia', { itens: [itemEdital('1')] })).toContain('Há um só item'));
});

describe('a company that may not bid', () => {
  const impedida = { empresa: { sancoes: [{ tipo: 'inidoneidade' as const, enteSancionador: 'Estado de Goiás', inicio: '2026-01-01', fim: '2028-12-31' }] } };
  it('has the bar as its reason and no weakness made up to fill the list', () => {
    const { decisao } = decideCom(impedida);
    expect(decisao.desfecho).toBe('NO_GO');
    expect(decisao.motivos[0]!.texto).toContain('de 01/01/2026 a 31/12/2028');
    expect(decisao.motivos.map((m) => m.texto).join()).not.toMatch(/coincide com o que a empresa fornece|O prazo vai até/);
  });
  it('does not lose validity because work did not start', () => expect(decideCom(impedida).validoAteMotivo).not.toContain('começar'));
});

describe('annexes that were not read', () => {
  it('are told on the first page', () => {
    const verificacoes = [verificacao('anexos_art25', { resultado: 'nao_aferivel', valor: 'Anexo I (termo de referência)' })];
    expect(decideCom({ verificacoes }).decisao.avisos[0]).toBe('Antes de decidir, obtenha o que falta: Anexo I (termo de referência). A análise não leu esse anexo.');
    expect(decideCom().decisao.avisos.join()).not.toContain('obtenha');
  });
});

describe('tasks', () => {
  const tarefas = (m: Parameters<typeof decideCom>[0]) => decideCom(m).plano.tarefas;
  it('say which paper they are about', () => {
    const habilitacao = [requisito('crf', 'fiscal', { titulo: 'Regularidade do FGTS (CRF)', status: 'a_providenciar', acao: 'Renovar no site da Caixa.', diasParaObter: 1 })];
    expect(tarefas({ habilitacao }).map((t) => t.titulo)).toContain('Regularidade do FGTS (CRF): renovar no site da Caixa');
  });
  it('quote no supplier when the cost of the rows is known', () => {
    const semTotal = { custoDiretoTotal: undefined };
    const itens = [itemEdital('1', { descricao: 'Limpeza predial de escolas', unidade: 'mês' })];
    expect(tarefas({ empresa: semTotal, itens }).map((t) => t.id)).toContain('cotacao');
    expect(tarefas({ empresa: { ...semTotal, produtos: [{ descricao: 'Limpeza predial', unidade: 'mês', custoUnitario: '700' }] }, itens }).map((t) => t.id)).not.toContain('cotacao');
  });
});
