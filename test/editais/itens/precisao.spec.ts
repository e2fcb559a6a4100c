import { describe, expect, it } from '@jest/globals';
import { itensDe, linha, linhas, pagina, type CelulaDe } from '../../support/tabela.js';

const X = [40, 80, 250, 300, 360, 440] as const;
const row = (...textos: string[]): CelulaDe[] => textos.map((t, i) => [X[i]!, t] as const).filter(([, t]) => t);
const CABECALHO = row('Item', 'Descrição', 'Unid.', 'Qtde', 'Valor Unit.', 'Valor Total');

describe('no item rather than a wrong one', () => {
  it('leaves a malformed price out and keeps the rest of the row', () => {
    const { itens } = itensDe([pagina(1, linhas(100, CABECALHO, row('1', 'Tesoura de poda', 'UN', '10', '5,032,67', '500,00'), row('2', 'Luva de couro', 'PAR', '10', '8,00', '80,00'), row('3', 'Bota', 'PAR', '2', '60,00', '120,00')))]);
    expect(itens.map((i) => i.valorUnitario)).toEqual([null, '8', '60']);
  });

  it('reports a row whose figures do not multiply and a sum that does not close', () => {
    const { escolhidas } = itensDe([pagina(1, linhas(100, CABECALHO, row('1', 'Tesoura de poda', 'UN', '10', '5,00', '55,00'), row('2', 'Luva de couro', 'PAR', '10', '8,00', '80,00'), row('3', 'Bota', 'PAR', '2', '60,00', '120,00'), row('', 'VALOR TOTAL', '', '', '', '999,00')))]);
    expect(escolhidas[0]?.somaConfere).toBe(false);
    expect(escolhidas[0]?.divergencias).toEqual([expect.stringContaining('Item 1'), expect.stringContaining('999,00')]);
  });

  it('gives no prices when the three columns never multiply', () => {
    const { itens } = itensDe([pagina(1, linhas(100, CABECALHO, row('1', 'Tesoura de poda', 'UN', '10', '5,00', '7,00'), row('2', 'Luva de couro', 'PAR', '10', '8,00', '9,00')))]);
    expect(itens.map((i) => [i.quantidade, i.valorUnitario, i.valorTotal])).toEqual([['10', null, null], ['10', null, null]]);
  });

  it('does not give a price of which the header does not say the kind', () => {
    const rows = [[[40, 'Item'], [80, 'Descrição'], [300, 'Qtd.'], [400, 'Valor']], [[40, '1'], [80, 'Muda de cedro'], [300, '3'], [400, '9,00']]] as CelulaDe[][];
    const semTotal = itensDe([pagina(1, linhas(100, ...rows))]).itens[0];
    expect([semTotal?.quantidade, semTotal?.valorUnitario, semTotal?.valorTotal]).toEqual(['3', null, null]);
    const comTotal = itensDe([pagina(1, linhas(100, ...rows, [[80, 'TOTAL'], [400, 'R$ 9,00']]))]).itens[0];
    expect(comTotal?.valorTotal).toBe('9');
  });

  it.each<[string, CelulaDe[][]]>([
    ['quantities that attestations must prove', [[[40, 'Item'], [80, 'Serviço'], [300, 'Unid.'], [360, 'Quantidade mínima exigida']], [[40, '1'], [80, 'Calçamento em pedra'], [300, 'M2'], [360, '500']]]],
    ['a matrix of risks', [[[40, 'Item'], [80, 'Descrição do risco'], [300, 'Total']], [[40, '1'], [80, 'Chuva em excesso'], [300, '10']]]],
    ['a schedule of penalties', [[[40, 'Item'], [80, 'Descrição'], [300, 'Grau'], [360, 'Valor da multa']], [[40, '1'], [80, 'Atraso na entrega'], [300, '2'], [360, '5']]]],
    ['a blank form', [[[40, 'Item'], [80, 'Descrição'], [250, 'Unid.'], [300, 'Qtde'], [360, 'Valor Unit.'], [440, 'Valor Total']], [[40, '1'], [80, '________'], [440, 'R$ 0,00']]]],
  ])('takes no items from %s', (_, rows) => {
    expect(itensDe([pagina(1, linhas(100, ...rows))]).itens).toEqual([]);
  });

  it('does not take the services of a works budget for items', () => {
    const rows = [CABECALHO, row('1.1', 'Placa da obra', 'M2', '3', '300,00', '900,00'), row('1.2', 'Limpeza do terreno', 'M2', '100', '2,00', '200,00')];
    const { itens, tabelas } = itensDe([pagina(1, linhas(100, ...rows))]);
    expect(itens).toEqual([]);
    expect(tabelas).toHaveLength(1);
  });

  it('prefers the priced table of the body to the blank one of the form', () => {
    const proposta = pagina(2, [linha(60, [200, 'ANEXO II - MODELO DE PROPOSTA']), ...linhas(100, CABECALHO, row('1', 'Muda de ipê', 'UN', '10', '', ''), row('2', 'Muda de angico', 'UN', '5', '', ''))]);
    const corpo = pagina(1, linhas(100, CABECALHO, row('1', 'Muda de ipê', 'UN', '10', '4,00', '40,00'), row('2', 'Muda de angico', 'UN', '5', '6,00', '30,00')));
    const { itens, escolhidas } = itensDe([corpo, proposta]);
    expect(itens).toHaveLength(2);
    expect(escolhidas[0]?.regiao).toBe('edital');
  });

  it('drops the letters of a stamp that runs up the margin', () => {
    const carimbo = Array.from({ length: 40 }, (_, i) => linha(50 + i * 5, [560, 'a']));
    const itens = itensDe([pagina(1, [...linhas(100, CABECALHO, row('1', 'Muda de ipê', 'UN', '10', '4,00', '40,00')), ...carimbo].sort((a, b) => a.y - b.y))]).itens;
    expect(itens.map((i) => i.valorTotal)).toEqual(['40']);
  });
});
