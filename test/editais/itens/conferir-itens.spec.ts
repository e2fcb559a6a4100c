import { describe, expect, it } from '@jest/globals';
import type { ItemEdital } from '../../../src/editais/domain/item.js';
import { conferirComValor, conferirItem, conferirItens } from '../../../src/editais/itens/conferir-itens.js';
import type { TabelaItens } from '../../../src/editais/itens/tabela.js';

const item = (numero: string, quantidade: string | null, valorUnitario: string | null, valorTotal: string | null, lote: string | null = null): ItemEdital =>
  ({ numero, lote, descricao: 'Balde', quantidade, unidade: 'UN', valorUnitario, valorTotal, beneficio: null, evidencia: { documento: 'e.pdf', pagina: 1, trecho: 'Balde' } });
const tabela = (declarado: string | null): TabelaItens => ({ documento: 'e.pdf', regiao: 'tr', paginas: [1], itens: [], total: { declarado, calculado: null }, somaConfere: null, divergencias: [] });

describe('conferirItem', () => {
  it.each([
    ['agrees to the cent', item('1', '3', '1.25', '3.75'), 1, { confere: true, nota: null }],
    ['allows for the rounding of the unit price', item('1', '1000', '0.3333', '333.33'), 1, { confere: true, nota: null }],
    ['says what does not agree', item('1', '3', '1.25', '4.75'), 1, { confere: false, nota: 'Quantidade × valor unitário dá R$ 3,75, e o total impresso é R$ 4,75: confira na página.' }],
    ['knows a total of many months', item('1', '2', '10', '240'), 12, { confere: true, nota: 'O total cobre 12 períodos: quantidade × valor unitário × 12.' }],
    ['has nothing to check without the three', item('1', '2', null, '240'), 1, { confere: null, nota: null }],
  ] as const)('%s', (_, i, vezes, esperado) => {
    expect(conferirItem(i, vezes)).toMatchObject(esperado);
  });
});

describe('conferirItens', () => {
  const certos = [item('1', '2', '10', '20'), item('2', '1', '5', '5')].map((i) => conferirItem(i));
  it('holds the sum against the total of the table', () => {
    expect(conferirItens(certos, [tabela('25.00')])).toMatchObject({ itens: 2, conferem: 2, naoConferem: 0, semConta: 0, soma: '25', total: { valor: '25', fonte: 'tabela' }, somaConfere: true, divergencias: [] });
    expect(conferirItens(certos, [tabela('30')])).toMatchObject({ somaConfere: false, divergencias: ['A soma dos itens é R$ 25,00, e o total impresso na tabela é R$ 30,00.'] });
  });
  it('adds up the totals of several lots, and trusts none when one is missing', () => {
    expect(conferirItens(certos, [tabela('20'), tabela('5')])).toMatchObject({ total: { valor: '25' }, somaConfere: true });
    expect(conferirItens(certos, [tabela('20'), tabela(null)])).toMatchObject({ total: null, somaConfere: null });
  });
  it('names the rows that fail, with their lot', () => {
    expect(conferirItens([conferirItem(item('3', '2', '10', '21', '4'))], []).divergencias).toEqual([expect.stringMatching(/^Lote 4, item 3: Quantidade × valor unitário dá R\$ 20,00/)]);
  });
  it('sums nothing when a row has no total', () => {
    expect(conferirItens([...certos, item('3', '1', null, null)].map((i) => conferirItem(i)), [tabela('25')])).toMatchObject({ soma: null, somaConfere: null, semConta: 1 });
  });
  it('falls back on the estimated value of the tender, and only then', () => {
    const semTotal = conferirItens(certos, []);
    expect(conferirComValor(semTotal, '25.00')).toMatchObject({ total: { valor: '25.00', fonte: 'valor_estimado_total' }, somaConfere: true });
    expect(conferirComValor(semTotal, '26.00')).toMatchObject({ somaConfere: false, divergencias: ['A soma dos itens é R$ 25,00, e o valor estimado do edital é R$ 26,00.'] });
    expect(conferirComValor(conferirItens(certos, [tabela('25')]), '99')).toMatchObject({ total: { fonte: 'tabela' }, somaConfere: true });
    expect(conferirComValor(semTotal, null).total).toBeNull();
  });
});
