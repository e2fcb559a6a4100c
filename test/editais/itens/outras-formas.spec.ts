import { describe, expect, it } from '@jest/globals';
import { documentoDe } from '../../support/texto-edital.js';
import { readItens } from '../../../src/editais/itens/index.js';
import { itensDe, linhas, pagina, type CelulaDe } from '../../support/tabela.js';

describe('RELAÇÃO DE ITENS of compras.gov.br', () => {
  const bloco = (titulo: string, detalhe: string, quantidade: string, extra: CelulaDe[][]): CelulaDe[][] => [
    [[26, titulo]], [[26, `Descrição Detalhada: ${detalhe}`]], [[26, 'Tratamento Diferenciado: Tipo I - Participação Exclusiva de ME/EPP']],
    [[26, 'Quantidade Total:'], [165, quantidade]], ...extra,
    [[26, 'Unidade de Fornecimento:'], [165, 'CAIXA'], [300, 'Quantidade Máxima para Adesões: 0']], [[26, 'Grupo: G2']],
  ];

  it('reads the blocks', () => {
    const rows = [...bloco('1 - Papel', 'Papel reciclado branco', '1.500', [[[26, 'Valor Unitário (R$):'], [165, '21,4000']]]), ...bloco('2 - Caneta', 'Caneta azul', '40', [[[26, 'Valor Total (R$):'], [165, '80,00']]])];
    const { itens } = itensDe([pagina(1, linhas(60, ...rows))]);
    expect(itens).toEqual([
      expect.objectContaining({ numero: '1', lote: '2', descricao: 'Papel reciclado branco', quantidade: '1500', unidade: 'CAIXA', valorUnitario: '21.4', valorTotal: null, beneficio: 'exclusiva_me_epp' }),
      expect.objectContaining({ numero: '2', valorTotal: '80', valorUnitario: null }),
    ]);
  });
});

describe('plain text', () => {
  const itens = (texto: string) => readItens([{ documento: documentoDe([texto]), regiao: 'edital' }]).itens;

  it('takes lines that arithmetic proves', () => {
    expect(itens('1 Parafuso sextavado UN 1.000 0,3550 355,00\n2 Arruela lisa UN 200 R$ 0,10 R$ 20,00').map((i) => [i.numero, i.descricao, i.valorTotal])).toEqual([['1', 'Parafuso sextavado', '355'], ['2', 'Arruela lisa', '20']]);
  });

  it.each([
    ['figures that do not multiply', '1 Parafuso UN 10 2,00 30,00\n2 Arruela UN 10 2,00 50,00'],
    ['a single line', '1 Parafuso UN 10 2,00 20,00'],
    ['prose', '4.1 O prazo é de 10 dias úteis.\n4.2 A multa é de 2 por cento.'],
  ])('takes nothing from %s', (_, texto) => {
    expect(itens(texto)).toEqual([]);
  });
});
