import { describe, expect, it } from '@jest/globals';
import { lettersOf } from '../../../src/kernel/index.js';
import type { DocumentoLido } from '../../../src/editais/domain/documento.js';
import { parseValor, readBeneficio } from '../../../src/editais/itens/classify-linha.js';
import { fillBeneficio } from '../../../src/editais/itens/fill-beneficio.js';
import { findFaltantes } from '../../../src/editais/itens/find-faltantes.js';
import { readItens } from '../../../src/editais/itens/index.js';
import type { TabelaItens } from '../../../src/editais/itens/tabela.js';
import { documentoComTabela, itensDe, linha, linhas, pagina, type CelulaDe } from '../../support/tabela.js';

/** Every table here is invented. Columns: number, description, unit, quantity, unit price, total. */
const X = [40, 80, 250, 300, 360, 440] as const;
const row = (...textos: string[]): CelulaDe[] => textos.map((t, i) => [X[i]!, t] as const).filter(([, t]) => t);
const CABECALHO = row('Item', 'Descrição', 'Unid.', 'Qtde', 'Valor Unit.', 'Valor Total');
const MUDAS = [
  row('1', 'Muda de ipê amarelo', 'UN', '1.200', 'R$ 3,5550', 'R$ 4.266,00'),
  row('2', 'Muda de jacarandá', 'UN', '30', 'R$ 12,00', 'R$ 360,00'),
];

describe('readItens', () => {
  it('reads number, description, unit, quantity, prices, and proves them', () => {
    const paginas = [pagina(1, linhas(100, CABECALHO, ...MUDAS, row('', 'TOTAL GERAL', '', '', '', 'R$ 4.626,00')))];
    const { itens, escolhidas } = itensDe(paginas);
    expect(itens).toEqual([
      expect.objectContaining({ numero: '1', lote: null, descricao: 'Muda de ipê amarelo', unidade: 'UN', quantidade: '1200', valorUnitario: '3.555', valorTotal: '4266', beneficio: null }),
      expect.objectContaining({ numero: '2', quantidade: '30', valorUnitario: '12', valorTotal: '360' }),
    ]);
    expect(escolhidas[0]).toMatchObject({ somaConfere: true, divergencias: [], total: { declarado: '4626', calculado: '4626' }, paginas: [1] });
    for (const i of itens) expect(lettersOf(paginas[i.evidencia.pagina - 1]!.texto)).toContain(lettersOf(i.evidencia.trecho));
  });

  it('reads a header over three lines and cells that run into each other', () => {
    const { itens } = itensDe([pagina(1, [
      linha(90, [365, 'PREÇO'], [445, 'PREÇO']),
      linha(96, [40, 'ITEM'], [80, 'PRODUTO'], [240, 'QUANTIDADE UNIDADE']),
      linha(102, [355, 'UNITÁRIO'], [445, 'TOTAL']),
      linha(120, [40, '1'], [80, 'Adubo orgânico'], [275, '40 SACO'], [360, '22,50'], [440, '900,00']),
      linha(140, [40, '2'], [80, 'Terra vegetal'], [275, '15 METRO'], [360, '80,00'], [440, '1.200,00']),
    ])]);
    expect(itens.map((i) => [i.quantidade, i.unidade, i.valorUnitario, i.valorTotal])).toEqual([['40', 'SACO', '22.5', '900'], ['15', 'METRO', '80', '1200']]);
  });

  it('joins descriptions of several lines under their first line and goes on over pages with a repeated header', () => {
    const p1 = linhas(100, CABECALHO, row('1', 'Regador de metal,', 'UN', '4', '50,00', '200,00'), [[80, 'com bico removível']], row('2', 'Pá de jardim', 'UN', '10', '8,00', '80,00'));
    const p2 = linhas(60, CABECALHO, [[80, 'cabo de madeira']], row('3', 'Enxada', 'UN', '2', '35,00', '70,00'));
    const { itens, escolhidas } = itensDe([pagina(1, p1), pagina(2, p2)]);
    expect(itens.map((i) => `${i.numero} ${i.descricao}`)).toEqual(['1 Regador de metal, com bico removível', '2 Pá de jardim cabo de madeira', '3 Enxada']);
    expect(itens.map((i) => i.evidencia.pagina)).toEqual([1, 1, 2]);
    expect(escolhidas).toHaveLength(1);
  });

  it('stops at the title of the next clause, and drops the quotes that a spreadsheet leaves', () => {
    const { itens } = itensDe([pagina(1, [...linhas(100, CABECALHO, row('1', '"Muda de ipê amarelo', 'UN', '2', '5,00', '10,00'), [[80, 'com torrão"']]), linha(150, [50, '1.2. DOTAÇÃO ORÇAMENTÁRIA:']), linha(162, [80, 'A dotação será indicada depois'])])]);
    expect(itens.map((i) => i.descricao)).toEqual(['Muda de ipê amarelo com torrão']);
  });

  it('goes on over numbered titles inside a specification', () => {
    const { itens } = itensDe([pagina(1, linhas(100, CABECALHO, row('1', 'Tablet', 'UN', '2', '5,00', '10,00'), [[80, '2.2. PROCESSADOR:']], [[80, 'oito núcleos']], row('2', 'Capa', 'UN', '2', '5,00', '10,00')))]);
    expect(itens.map((i) => i.descricao)).toEqual(['Tablet 2.2. PROCESSADOR: oito núcleos', 'Capa']);
  });

  it('goes on over a page that does not repeat the header, and stops at the prose after it', () => {
    const prosa = linha(110, [40, '4.1. O fornecedor responderá por todos os encargos da entrega e pela garantia dos produtos']);
    const { itens } = itensDe([pagina(1, linhas(100, CABECALHO, ...MUDAS)), pagina(2, [linha(60, ...row('3', 'Muda de pitanga', 'UN', '5', '9,00', '45,00')), prosa, linha(122, [40, '5.'], [80, 'Cláusula que não é item'])])]);
    expect(itens.map((i) => i.numero)).toEqual(['1', '2', '3']);
  });

  it('gives each centred row its own lines', () => {
    const rows = [
      linha(100, ...CABECALHO),
      linha(120, [80, 'Mangueira de']), linha(132, [40, '1'], [80, 'borracha preta'], [250, 'M'], [300, '100'], [360, '4,00'], [440, '400,00']), linha(144, [80, 'de 20 mm']),
      linha(160, [80, 'Torneira de']), linha(172, [40, '2'], [80, 'latão com rosca'], [250, 'UN'], [300, '3'], [360, '30,00'], [440, '90,00']), linha(184, [80, 'de meia polegada']),
    ];
    const { itens } = itensDe([pagina(1, rows)]);
    expect(itens.map((i) => i.descricao)).toEqual(['Mangueira de borracha preta de 20 mm', 'Torneira de latão com rosca de meia polegada']);
  });

  it('trusts the order of the content when blank lines push the number out of the middle', () => {
    const rows = [
      linha(100, ...CABECALHO),
      linha(120, [80, 'Vaso de barro']), linha(132, [80, 'pintado']), linha(140, [40, '1'], [250, 'UN'], [300, '7'], [360, '10,00'], [440, '70,00']),
      linha(152, [80, 'Vaso de cimento']), linha(164, [80, 'quadrado']), linha(172, [40, '2'], [250, 'UN'], [300, '2'], [360, '90,00'], [440, '180,00']),
    ];
    const conteudo = 'Item Descrição Unid. Qtde Valor Unit. Valor Total\n1\nVaso de barro\npintado UN 7 10,00 70,00\n2\nVaso de cimento\nquadrado UN 2 90,00 180,00';
    expect(itensDe([pagina(1, rows, conteudo)]).itens.map((i) => i.descricao)).toEqual(['Vaso de barro pintado', 'Vaso de cimento quadrado']);
  });

  it('gives the lot of the title above, and checks the totals lot by lot', () => {
    const rows = [
      ...linhas(80, [[200, 'LOTE 01']], CABECALHO, row('1', 'Banco de praça', 'UN', '2', '500,00', '1.000,00'), row('', 'TOTAL DO LOTE', '', '', '', '1.000,00')),
      ...linhas(150, [[200, 'LOTE 02']], CABECALHO, row('1', 'Lixeira dupla', 'UN', '3', '200,00', '600,00'), row('', 'TOTAL DO LOTE', '', '', '', '600,00')),
    ];
    const { itens, escolhidas } = itensDe([pagina(1, rows)]);
    expect(itens.map((i) => [i.lote, i.numero])).toEqual([['1', '1'], ['2', '1']]);
    expect(escolhidas[0]).toMatchObject({ somaConfere: true, total: { declarado: '1600' } });
  });

  it('reads the lot from its own column, printed once', () => {
    const { itens } = itensDe([pagina(1, [
      linha(100, [40, 'Lote'], [80, 'Item'], [120, 'Especificação'], [300, 'Qtd.']),
      linha(112, [45, '1'], [85, '1'], [120, 'Areia lavada'], [300, '10']),
      linha(124, [85, '2'], [120, 'Brita número um'], [300, '12']),
      linha(136, [45, '2'], [85, '3'], [120, 'Cimento comum'], [300, '90']),
    ])]);
    expect(itens.map((i) => [i.lote, i.numero])).toEqual([['1', '1'], ['1', '2'], ['2', '3']]);
  });

  it('names the benefit for small companies', () => {
    const { itens } = itensDe([pagina(1, linhas(100, CABECALHO, row('1', 'Grama (ampla concorrência)', 'M2', '75', '6,00', '450,00'), row('2', 'Grama - cota reservada ME/EPP', 'M2', '25', '6,00', '150,00')))]);
    expect(itens.map((i) => i.beneficio)).toEqual(['ampla', 'cota_reservada']);
  });

  it('numbers the rows of a table without numbers when arithmetic and the stated total prove them', () => {
    const rows = [
      linha(100, [60, 'Descrição'], [250, 'Qtd.'], [340, 'Valor unitário'], [450, 'Valor total']),
      linha(112, [60, 'Curso de poda'], [250, '2'], [340, '1.500,00'], [450, '3.000,00']),
      linha(124, [60, 'turmas de vinte alunos']),
      linha(136, [60, 'Oficina de enxertia'], [250, '1'], [340, '800,00'], [450, '800,00']),
    ];
    const { itens } = itensDe([pagina(1, [...rows, linha(150, [60, 'Valor global'], [450, 'R$ 3.800,00'])])]);
    expect(itens.map((i) => [i.numero, i.quantidade])).toEqual([['1', '2'], ['2', '1']]);
    expect(itensDe([pagina(1, rows)]).itens).toEqual([]);
  });

  it('takes the total of the whole term when the table gives month and term', () => {
    const { itens, escolhidas } = itensDe([pagina(1, [
      linha(100, [40, 'Item'], [80, 'Descrição'], [240, 'Qtd.'], [300, 'Valor unitário'], [390, 'Valor mensal'], [480, 'Total 12 meses']),
      linha(112, [40, '1'], [80, 'Rega diária'], [240, '2'], [300, '100,00'], [390, '200,00'], [480, '2.400,00']),
      linha(124, [40, '2'], [80, 'Poda'], [240, '1'], [300, '50,00'], [390, '50,00'], [480, '600,00']),
    ])]);
    expect(itens.map((i) => i.valorTotal)).toEqual(['2400', '600']);
    expect(escolhidas[0]?.divergencias).toEqual([]);
  });

  it('reads columns without geometry of their own (DOCX, XLSX): order is all there is', () => {
    const celula = (c: number, t: string): CelulaDe => [c * 100, t];
    const rows = [['ITEM', 'DESCRIÇÃO', 'UND', 'QUANT', 'VALOR UNITÁRIO', 'VALOR TOTAL'], ['1', 'Carrinho de mão com pneu', 'UN', '5', '180,00', '900,00'], ['2', 'Ancinho', 'UN', '8', '25,00', '200,00']];
    const paginaXlsx = pagina(1, rows.map((r, i) => ({ y: (i + 1) * 12, altura: 10, celulas: r.map((t, c) => ({ texto: t, x0: celula(c, t)[0], x1: c * 100 + 90 })) })));
    expect(itensDe([paginaXlsx]).itens.map((i) => [i.descricao, i.valorTotal])).toEqual([['Carrinho de mão com pneu', '900'], ['Ancinho', '200']]);
  });

  it('reads the numbers of a column that the header leaves without a name', () => {
    const { itens } = itensDe([pagina(1, linhas(100,
      [[80, 'Descrição'], [300, 'Qtdade'], [360, 'Valor unit.'], [440, 'Valor total']],
      [[40, '1'], [80, 'Serra de poda'], [300, '2'], [360, '75,00'], [440, '150,00']],
      [[40, '2'], [80, 'Escada de jardim'], [300, '1'], [360, '310,00'], [440, '310,00']]))]);
    expect(itens.map((i) => [i.numero, i.descricao])).toEqual([['1', 'Serra de poda'], ['2', 'Escada de jardim']]);
  });

  it('does not cut the header cell of a format whose columns are known', () => {
    const logica = (y: number, ...textos: string[]) => ({ y, altura: 10, celulas: textos.map((texto, c) => ({ texto, x0: c * 100, x1: c * 100 + 90 })) });
    const { itens } = itensDe([pagina(1, [logica(12, 'Item', 'Descrição do produto', 'Quantidade unidade', 'Und. Med.'), logica(24, '1', 'Terra preta', '12', 'SACO')])]);
    expect(itens[0]).toMatchObject({ descricao: 'Terra preta', quantidade: '12', unidade: 'SACO' });
  });
});

describe('a separate TR beside the edital', () => {
  const doc = (nome: string, ...rows: (readonly CelulaDe[])[]) => ({ ...documentoComTabela([pagina(1, linhas(100, CABECALHO, ...rows))]), nome });
  const TRES = row('3', 'Muda de pitanga', 'UN', '5', 'R$ 9,00', 'R$ 45,00');
  const QUATRO = row('4', 'Muda de ingá', 'UN', '2', 'R$ 8,00', 'R$ 16,00');
  const ler = (edital: DocumentoLido, tr: DocumentoLido) => readItens([{ documento: edital, regiao: 'edital' }, { documento: tr, regiao: 'tr' }]).itens.map((i) => `${i.evidencia.documento} ${i.numero}`);

  it('the list of the edital in force is preferred to a slightly longer one of the TR, and what it took out stays out', () => {
    expect(ler(doc('edital.pdf', ...MUDAS, TRES, row('5', 'Muda de cedro', 'UN', '2', 'R$ 8,00', 'R$ 16,00'), row('6', 'Muda de louro', 'UN', '2', 'R$ 8,00', 'R$ 16,00'), row('7', 'Muda de peroba', 'UN', '2', 'R$ 8,00', 'R$ 16,00'), row('8', 'Muda de angico', 'UN', '2', 'R$ 8,00', 'R$ 16,00')),
      doc('tr.pdf', ...MUDAS, TRES, row('4', 'Muda de araçá', 'UN', '7', 'R$ 3,00', 'R$ 21,00'), row('5', 'Muda de cedro', 'UN', '2', 'R$ 8,00', 'R$ 16,00'), row('6', 'Muda de louro', 'UN', '2', 'R$ 8,00', 'R$ 16,00'), row('7', 'Muda de peroba', 'UN', '2', 'R$ 8,00', 'R$ 16,00'), row('8', 'Muda de angico', 'UN', '2', 'R$ 8,00', 'R$ 16,00'))))
      .toEqual(['1', '2', '3', '5', '6', '7', '8'].map((n) => `edital.pdf ${n}`));
  });
  it('a row the reading lost in the edital comes from the copy, quoted from the edital', () => {
    const itens = findFaltantes(
      itensDe([pagina(1, linhas(100, CABECALHO, ...MUDAS, TRES))]).itens,
      [{ documento: 'edital.pdf' } as TabelaItens],
      readItens([{ documento: doc('tr.pdf', ...MUDAS, TRES, QUATRO), regiao: 'tr' }]).tabelas,
      [{ documento: doc('edital.pdf', ...MUDAS, TRES, QUATRO), regiao: 'edital' }],
    );
    expect(itens.map((i) => [i.numero, i.evidencia.documento, i.valorTotal])).toEqual([['4', 'edital.pdf', '16']]);
  });
  it('a much better list still wins', () => {
    expect(ler(doc('edital.pdf', ...MUDAS), doc('tr.pdf', ...MUDAS, TRES, QUATRO))).toEqual(['1', '2', '3', '4'].map((n) => `tr.pdf ${n}`));
  });
});

describe('benefit and figures as people type them', () => {
  it.each([['(EXCLUVISO ME / EPP) Tablet', 'exclusiva_me_epp'], ['(AMPLA CONCORENCIA) Televisor', 'ampla'], ['Cota reservada ME/EPP', 'cota_reservada'], ['Cadeira exclusiva', null]] as const)('%s → %s', (texto, beneficio) => expect(readBeneficio(texto)).toBe(beneficio));
  it.each([['RS 2.433,07', '2433.07'], ['R$ R$ 500,00', '500'], ['R$ 2.433,07', '2433.07'], ['1,234.56', '1234.56']])('%s → %s', (texto, valor) => expect(parseValor(texto)).toBe(valor));

  const misto = (trecho: string) => ({ me_epp: { campo: 'me_epp', valor: 'misto', trecho, documento: 'e.pdf', pagina: 1, confianca: 0.9 } }) as never;
  const itens = itensDe([pagina(1, linhas(100, CABECALHO, ...MUDAS, row('3', 'Muda de pitanga (AMPLA CONCORRÊNCIA)', 'UN', '5', '9,00', '45,00')))]).itens;
  it('the tender\'s rule falls on what is not marked, only when it states one and marks the exceptions', () => {
    const de = (lista: typeof itens, trecho: string) => fillBeneficio(lista, misto(trecho)).map((i) => i.beneficio);
    const REGRA = 'PROCESSO EXCLUSIVO PARA ME/EPP COM ITENS PARA AMPLA CONCORRÊNCIA';
    expect(de(itens, REGRA)).toEqual(['exclusiva_me_epp', 'exclusiva_me_epp', 'ampla']);
    expect(de(itens.slice(0, 2), REGRA)).toEqual([null, null]);
    expect(de(itens, 'Itens exclusivos e itens de ampla concorrência.')).toEqual([null, null, 'ampla']);
  });
});
