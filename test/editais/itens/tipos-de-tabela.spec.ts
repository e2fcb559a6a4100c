import { describe, expect, it } from '@jest/globals';
import { cutFatias, cutPalavras } from '../../../src/editais/itens/palavras.js';
import { itensDe, linha, linhas, pagina, type CelulaDe } from '../../support/tabela.js';

/** Every table here is invented. */
const figuras = (paginas: Parameters<typeof itensDe>[0]) => itensDe(paginas).itens.map((i) => [i.lote, i.numero, i.quantidade, i.unidade, i.valorUnitario, i.valorTotal]);
const colunas = (...x: number[]) => (...textos: string[]): CelulaDe[] => textos.map((t, i) => [x[i]!, t] as const).filter(([, t]) => t);

describe('kinds of tables', () => {
  it('a column for each department, and the total of them: only the total is the quantity', () => {
    const r = colunas(40, 70, 200, 250, 300, 350, 400, 460);
    expect(figuras([pagina(1, linhas(100, r('ITEM', 'DESCRIÇÃO', 'UN', 'Saúde', 'Educação', 'TOTAL', 'VALOR UNIT.', 'VALOR TOTAL'), r('1', 'Balde plástico', 'UN', '10', '5', '15', '8,00', '120,00'), r('2', 'Vassoura', 'UN', '1', '2', '3', '12,00', '36,00')))])).toEqual([
      [null, '1', '15', 'UN', '8', '120'], [null, '2', '3', 'UN', '12', '36'],
    ]);
  });

  it('figures of neighbouring columns under one run of a header are never one number', () => {
    const r = colunas(40, 70, 200, 240, 300, 400, 470);
    const { itens } = itensDe([pagina(1, [
      linha(100, [40, 'ITEM'], [70, 'DESCRIÇÃO'], [200, 'UN'], [240, 'Polo Sede QTD'], [400, 'VALOR UNIT.'], [470, 'VALOR TOTAL']),
      ...linhas(115, r('1', 'Balde plástico', 'UN', '10', '15', '8,00', '120,00'), r('2', 'Vassoura', 'UN', '1', '3', '12,00', '36,00'), r('3', 'Rodo', 'UN', '4', '6', '10,00', '60,00')),
    ])]);
    expect(itens.map((i) => i.quantidade)).toEqual(['15', '3', '6']);
  });

  it('minimum and maximum quantities of price registration: the maximum counts', () => {
    const r = colunas(40, 70, 220, 270, 340);
    expect(figuras([pagina(1, linhas(100, r('ITEM', 'DESCRIÇÃO', 'UND', 'QTD. MÍNIMA', 'Qtde Máx'), r('1', 'Tijolo furado', 'MIL', '5', '20'), r('2', 'Areia média', 'M³', '10', '1.000')))])).toEqual([
      [null, '1', '20', 'MIL', null, null], [null, '2', '1000', 'M³', null, null],
    ]);
  });

  it('a unit price, months, a price of the month and one of the year: the total is the year’s, and says so', () => {
    const r = colunas(40, 70, 200, 250, 300, 370, 440, 490);
    const { itens } = itensDe([pagina(1, linhas(100, r('ITEM', 'SERVIÇO', 'UNID', 'QTD', 'VALOR UNIT.', 'VALOR MENSAL', 'MESES', 'VALOR ANUAL TOTAL'), r('1', 'Vigia noturno', 'POSTO', '2', '1.000,00', '2.000,00', '12', '24.000,00'), r('2', 'Recepção', 'POSTO', '3', '500,00', '1.500,00', '12', '18.000,00')))]);
    expect(itens.map((i) => [i.quantidade, i.valorUnitario, i.valorTotal, i.confere])).toEqual([['2', '1000', '24000', true], ['3', '500', '18000', true]]);
    expect(itens[0]!.nota).toContain('12 períodos');
  });

  it('quantity and unit in one column', () => {
    const r = colunas(40, 70, 220, 330, 420);
    expect(figuras([pagina(1, linhas(100, r('Item', 'Descrição', 'Quant./Unid.', 'Valor Unit.', 'Valor Total'), r('1', 'Sal grosso', '30 PCT', '2,00', '60,00'), r('2', 'Mel', '4 KG', '40,00', '160,00')))])).toEqual([
      [null, '1', '30', 'PCT', '2', '60'], [null, '2', '4', 'KG', '40', '160'],
    ]);
  });

  it('a lot per row in its own column, numbers that start again, and a page that opens without a header', () => {
    const r = colunas(40, 80, 120, 260, 320, 400);
    const p1 = linhas(100, r('LOTE', 'ITEM', 'DESCRIÇÃO', 'UNID', 'QTDE', 'VALOR UNIT.'), r('1', '1', 'Corda de sisal', 'M', '100', '1,50'), r('1', '2', 'Lona plástica', 'M²', '80', '9,90'));
    const p2 = linhas(60, r('2', '1', 'Martelo', 'UN', '6', '30,00'), r('3', '1', 'Serrote', 'UN', '2', '45,00'));
    expect(figuras([pagina(1, p1), pagina(2, p2)]).map(([l, n, q]) => [l, n, q])).toEqual([['1', '1', '100'], ['1', '2', '80'], ['2', '1', '6'], ['3', '1', '2']]);
  });

  it('a lot whose title closes the page before its table', () => {
    const r = colunas(40, 80, 260, 320, 400);
    const cabecalho = r('ITEM', 'DESCRIÇÃO', 'UNID', 'QTDE', 'VALOR UNIT.');
    const p1 = [...linhas(100, r('LOTE 01'), cabecalho, r('1', 'Corda de sisal', 'M', '100', '1,50')), ...linhas(300, r('LOTE 02 – FERRAMENTAS'))];
    const p2 = linhas(60, cabecalho, r('1', 'Martelo', 'UN', '6', '30,00'));
    expect(figuras([pagina(1, p1), pagina(2, p2)]).map(([l, n]) => [l, n])).toEqual([['1', '1'], ['2', '1']]);
  });

  it('sub items under their item: the item is the lot', () => {
    const r = colunas(40, 80, 130, 260, 320, 400, 470);
    expect(figuras([pagina(1, linhas(100, r('ITEM', 'SUB ITEM', 'ESPECIFICAÇÃO', 'UNIDADE', 'QTD', 'VALOR UNIT.', 'VALOR TOTAL'), r('1', '1', 'Nuvem pública', 'MÊS', '12', '10,00', '120,00'), r('', '2', 'Suporte', 'H', '5', '20,00', '100,00')))]).map(([l, n]) => [l, n])).toEqual([['1', '1'], ['1', '2']]);
  });

  it('a figure over two lines of a narrow column', () => {
    const r = colunas(40, 80, 260, 310, 370, 440);
    expect(figuras([pagina(1, linhas(100, r('ITEM', 'DESCRIÇÃO', 'UNID', 'QTDE', 'VALOR UNIT.', 'VALOR TOTAL'), r('1', 'Trator', 'UN', '2', '245.000,', '490.001,'), r('', 'de esteira', '', '', '50', '00'), r('2', 'Enxada', 'UN', '3', '20,00', '60,00')))])).toEqual([
      [null, '1', '2', 'UN', '245000.5', '490001'], [null, '2', '3', 'UN', '20', '60'],
    ]);
  });

  it('a misprinted price counts only when the other two figures confirm it', () => {
    const r = colunas(40, 80, 260, 310, 370, 440);
    const { itens } = itensDe([pagina(1, linhas(100, r('ITEM', 'DESCRIÇÃO', 'UNID', 'QTDE', 'VALOR UNIT.', 'VALOR TOTAL'), r('1', 'Roçadeira', 'UN', '2', '1,245,50', '2.491,00'), r('2', 'Enxada', 'UN', '3', '20,00', '60,00'), r('3', 'Foice', 'UN', '3', '1,222,00', '60,00'), r('4', 'Pá', 'UN', '3', '10,00', '30,00'), r('5', 'Ancinho', 'UN', '2', '11,00', '22,00')))]);
    expect(itens.map((i) => i.valorUnitario)).toEqual(['1245.5', '20', null, '10', '11']);
  });

  it('the end of a description above a repeated header, and words of headers below it, are rows', () => {
    const r = colunas(40, 80, 260, 310, 370);
    const cabecalho = r('ITEM', 'DESCRIÇÃO', 'UNID', 'QTDE', 'VALOR UNIT.');
    const p1 = linhas(100, cabecalho, r('1', 'Broca de aço', 'UN', '2', '5,00'));
    const p2 = linhas(60, r('', 'com unidade de medida, marca e modelo,'), cabecalho, r('', 'embalagem de fábrica, com código,'), r('2', 'Lima chata', 'UN', '3', '20,00'));
    expect(figuras([pagina(1, p1), pagina(2, p2)]).map(([, n, q]) => [n, q])).toEqual([['1', '2'], ['2', '3']]);
  });

  it('a blank column of makers is a form to fill in; one that is filled is a result, not a list of items', () => {
    const r = colunas(40, 80, 220, 260, 300, 420);
    const cabecalho = r('ITEM', 'DESCRIÇÃO', 'UN', 'QTD', 'MARCA/FABRICANTE', 'VALOR UNIT.');
    expect(figuras([pagina(1, linhas(100, cabecalho, r('1', 'Enxada', 'UN', '3', '', '20,00'), r('2', 'Foice', 'UN', '4', '', '22,00')))])).toHaveLength(2);
    expect(figuras([pagina(1, linhas(100, cabecalho, r('1', 'Enxada', 'UN', '3', 'Tarumã', '20,00'), r('2', 'Foice', 'UN', '4', 'Jatobá', '22,00')))])).toHaveLength(0);
  });

  it('chapters end a table, wherever their number stands; the same words inside a description do not', () => {
    const r = colunas(40, 80, 260, 310, 370);
    const cabecalho = r('ITEM', 'DESCRIÇÃO', 'UNID', 'QTDE', 'VALOR UNIT.');
    const { itens } = itensDe([pagina(1, linhas(100, cabecalho, r('1', 'Palco móvel', 'UN', '2', '5,00'), r('', '2. CONDIÇÕES DE MONTAGEM'), r('', 'com piso'), r('2. DO PRAZO'), r('2', 'não é item', '', '3', '')))]);
    expect(itens.map((i) => i.descricao)).toEqual(['Palco móvel 2. CONDIÇÕES DE MONTAGEM com piso']);
  });

  it('"LOTE/ITEM" numbers the item; a value of the year is the total; a lone value is the row’s', () => {
    const r = colunas(40, 110, 260, 310, 370, 470);
    expect(figuras([pagina(1, linhas(100, r('LOTE/ITEM', 'DESCRIÇÃO', 'UND', 'QTD', 'VALOR UNIT.', 'VALOR TOTAL'), r('1', 'Fita', 'UN', '2', '3,00', '6,00'), r('2', 'Cola', 'UN', '4', '2,00', '8,00')))]).map(([l, n]) => [l, n])).toEqual([[null, '1'], [null, '2']]);
    expect(figuras([pagina(1, linhas(100, r('ITEM', 'DESCRIÇÃO', 'UND', 'QTD', 'VALOR ANUAL ESTIMADO', 'TAXA MÁXIMA'), r('1', 'Gestão de frota', 'MÊS', '12', '500.000,00', '2,50%'), r('2', 'Gestão de pneus', 'MÊS', '12', '100.000,00', '3,00%')))])).toEqual([
      [null, '1', '12', 'MÊS', null, '500000'], [null, '2', '12', 'MÊS', null, '100000'],
    ]);
    const v = colunas(40, 90, 400);
    expect(figuras([pagina(1, linhas(100, v('ITEM', 'DESCRIÇÃO', 'VALOR ESTIMADO'), v('1', 'Reforma do telhado', 'R$ 120.000,00'), v('2', 'Pintura da quadra', 'R$ 30.000,00')))])).toEqual([
      [null, '1', null, null, null, '120000'], [null, '2', null, null, null, '30000'],
    ]);
  });

  it('no items in tables of penalties, indicators or stages', () => {
    const r = colunas(40, 90, 300, 400, 470);
    for (const [cabecalho, linha1, linha2] of [
      [r('ITEM', 'DESCRIÇÃO DA INFRAÇÃO', 'GRAU', 'MULTA'), r('1', 'Atrasar', '1', '0,5%'), r('2', 'Não entregar', '3', '10%')],
      [r('ITEM', 'INDICADOR', 'UNIDADE', 'META', 'PESO'), r('1', 'Disponibilidade', '%', '99', '2'), r('2', 'Resposta', 'h', '4', '3')],
      [r('ITEM', 'ETAPA', 'PRAZO (DIAS)', 'VALOR'), r('1', 'Projeto', '30', '10%'), r('2', 'Obra', '90', '90%')],
    ] as const) expect(figuras([pagina(1, linhas(100, cabecalho, linha1, linha2))])).toEqual([]);
  });
});

describe('labelled items', () => {
  const ESPERADO = [[null, '1', '100', 'UN', '2.5', '250'], [null, '2', '1000', 'CX', null, null]];
  it('in blocks of lines', () => {
    expect(figuras([pagina(1, linhas(100, [[40, 'Item 1: Pincel chato']], [[40, 'Quantidade: 100']], [[40, 'Unidade: UN']], [[40, 'Valor unitário: R$ 2,50']], [[40, 'Valor total: R$ 250,00']], [[40, 'Item 02: Tinta guache']], [[40, 'Quantidade: 1.000']], [[40, 'Unidade: CX']]))])).toEqual(ESPERADO);
  });
  it('in sentences', () => {
    expect(figuras([pagina(1, linhas(100, [[40, 'Item 1 – Pincel chato. Quantidade: 100. Unidade: UN. Valor unitário: R$ 2,50. Valor total: R$ 250,00.']], [[40, 'Item 2 – Tinta guache. Quantidade: 1.000. Unidade: CX.']]))])).toEqual(ESPERADO);
  });
  it('in a small table each', () => {
    expect(figuras([pagina(1, linhas(100, [[40, 'ITEM'], [150, '1']], [[40, 'DESCRIÇÃO'], [150, 'Pincel chato']], [[40, 'UNIDADE'], [150, 'UN']], [[40, 'QUANTIDADE'], [150, '100']], [[40, 'VALOR UNITÁRIO'], [150, 'R$ 2,50']], [[40, 'VALOR TOTAL'], [150, 'R$ 250,00']], [[40, 'ITEM'], [150, '2']], [[40, 'DESCRIÇÃO'], [150, 'Tinta guache']], [[40, 'QUANTIDADE'], [150, '1.000']], [[40, 'UNIDADE'], [150, 'CX']]))])).toEqual(ESPERADO);
  });
  it('not from clauses that cite items', () => {
    expect(figuras([pagina(1, linhas(100, [[40, 'Item 5 do edital: a quantidade mínima de atestados é de 2.']], [[40, 'Item 6.1: quantidade: 3 vias']], [[40, 'Item 7 deste termo. Unidade gestora: 10.']]))])).toEqual([]);
  });
});

describe('cutFatias and cutPalavras', () => {
  it('cut a run at its wide gaps and place the words by them', () => {
    const celula = { texto: 'Saúde Obras QTD', x0: 100, x1: 250, vaos: [5, 125, 160, 11, 185, 230] };
    expect(cutFatias(celula)).toEqual([{ texto: 'Saúde', x0: 100, x1: 125 }, { texto: 'Obras', x0: 160, x1: 185 }, { texto: 'QTD', x0: 230, x1: 250 }]);
    expect(cutPalavras(celula).map((p) => [p.texto, Math.round(p.x0), Math.round(p.x1)])).toEqual([['Saúde', 100, 125], ['Obras', 160, 185], ['QTD', 230, 250]]);
  });
  it('keep a currency sign with its figure', () => {
    expect(cutPalavras({ texto: 'R$ 1.234,56 R$ valor', x0: 0, x1: 100 }).map((p) => p.texto)).toEqual(['R$ 1.234,56', 'R$', 'valor']);
  });
});
