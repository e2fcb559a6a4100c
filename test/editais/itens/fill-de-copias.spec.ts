import { describe, expect, it } from '@jest/globals';
import type { TipoRegiao } from '../../../src/editais/domain/estrutura.js';
import type { ItemEdital } from '../../../src/editais/domain/item.js';
import { fillDeCopias } from '../../../src/editais/itens/fill-de-copias.js';
import type { TabelaItens } from '../../../src/editais/itens/tabela.js';

const item = (numero: string, p: Partial<ItemEdital>): ItemEdital => ({ numero, lote: null, descricao: 'Balde', quantidade: '10', unidade: null, valorUnitario: null, valorTotal: null, beneficio: null, evidencia: { documento: 'e.pdf', pagina: 1, trecho: 'Balde' }, ...p });
const tabela = (itens: readonly ItemEdital[], regiao: TipoRegiao = 'planilha'): TabelaItens => ({ documento: 'e.pdf', regiao, paginas: [1], itens, total: { declarado: null, calculado: null }, somaConfere: null, divergencias: [] });

describe('fillDeCopias', () => {
  const semPreco = [item('1', { unidade: 'UN' }), item('2', { unidade: 'CX' })];
  const comPreco = [item('01', { valorUnitario: '2', valorTotal: '20' }), item('02', { valorUnitario: '3', valorTotal: '30' })];
  const fill = (copia: TabelaItens) => fillDeCopias(semPreco, [tabela(semPreco, 'tr')], [copia]).map((i) => [i.unidade, i.valorUnitario, i.valorTotal]);

  it('takes the prices of a copy with the same numbers and quantities', () => {
    expect(fill(tabela(comPreco))).toEqual([['UN', '2', '20'], ['CX', '3', '30']]);
  });
  it('takes nothing from a copy with another quantity, from a study, or from a list that is another', () => {
    const vazio = [['UN', null, null], ['CX', null, null]];
    expect(fill(tabela([comPreco[0]!, { ...comPreco[1]!, quantidade: '11' }]))).toEqual(vazio);
    expect(fill(tabela(comPreco, 'etp'))).toEqual(vazio);
    expect(fill(tabela([comPreco[0]!, { ...comPreco[1]!, numero: '7' }]))).toEqual(vazio);
  });
  it('takes no price that does not multiply out', () => {
    expect(fill(tabela([comPreco[0]!, { ...comPreco[1]!, valorTotal: '33' }]))).toEqual([['UN', '2', '20'], ['CX', null, null]]);
  });
});
