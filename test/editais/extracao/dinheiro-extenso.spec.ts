import { describe, expect, it } from '@jest/globals';
import { parseDinheiroExtenso } from '../../../src/editais/extracao/dinheiro-extenso.js';

describe('parseDinheiroExtenso', () => {
  it.each([
    ['um milhão, oitocentos e sessenta mil, quinhentos e setenta e três reais e oitenta e oito centavos', '1860573.88'],
    ['cem mil reais', '100000.00'],
    ['mil e duzentos reais', '1200.00'],
    ['três milhões e quatrocentos e vinte mil reais', '3420000.00'],
    ['dois bilhões de reais', '2000000000.00'],
    ['DOIS MILHÕES, QUATROCENTOS E OITENTA E TRÊS MIL REAIS', '2483000.00'],
    ['um real e um centavo', '1.01'],
    ['cinquenta centavos', '0.50'],
    ['quinhentos', null],
    ['setece ntos mil reais', null],
    ['por extenso', null],
  ])('%s → %s', (texto, esperado) => expect(parseDinheiroExtenso(texto)).toBe(esperado));
});
