import { describe, expect, it } from '@jest/globals';
import { parseDinheiroExtenso } from '../../../src/editais/extracao/dinheiro-extenso.js';

describe('parseDinheiroExtenso', () => {
  it.each([
    ['um milhão, setecentos e quarenta mil, duzentos e dezesseis reais e trinta e nove centavos', '1740216.39'],
    ['cem mil reais', '100000.00'],
    ['mil e duzentos reais', '1200.00'],
    ['dois milhões e cento e cinquenta mil reais', '2150000.00'],
    ['dois bilhões de reais', '2000000000.00'],
    ['CINCO MILHÕES, SEISCENTOS E DEZENOVE MIL REAIS', '5619000.00'],
    ['um real e um centavo', '1.01'],
    ['cinquenta centavos', '0.50'],
    ['quinhentos', null],
    ['setece ntos mil reais', null],
    ['por extenso', null],
  ])('%s → %s', (texto, esperado) => expect(parseDinheiroExtenso(texto)).toBe(esperado));
});
