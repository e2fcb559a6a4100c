import { describe, expect, it } from '@jest/globals';
import { isUnidade, normalizeUnidade } from '../../../src/editais/itens/unidades.js';

describe('normalizeUnidade', () => {
  it.each([
    ['UN', 'un'], ['UND.', 'un'], ['Unidades', 'un'], ['PÇ', 'pc'], ['Peça', 'pc'], ['CX C/ 100', 'cx c/100'], ['Caixa com 100', 'cx c/100'], ['M²', 'm2'], ['m2', 'm2'], ['MÊS', 'mes'], ['Mensal', 'mes'],
    ['SV', 'sv'], ['Serviço', 'sv'], ['FR', 'fr'], ['CP', 'cp'], ['Comprimido', 'cp'], ['KG', 'kg'], ['Pct 5 kg', 'pct 5 kg'], ['Pacote 5 Kg', 'pct 5 kg'], ['Tetrapack 200 g', 'tetrapack 200 g'], ['Frasco-ampola', 'fra'],
  ])('%s is %s', (impressa, codigo) => expect(normalizeUnidade(impressa)).toBe(codigo));
  it('tells a unit from other text', () => {
    expect(['UN', 'cx.', 'Metro Quadrado'].map(isUnidade)).toEqual([true, true, true]);
    expect(['Caneta azul', '', '10'].map(isUnidade)).toEqual([false, false, false]);
  });
});
