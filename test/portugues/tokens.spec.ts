import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../../src/portugues/index.js';

const textos = (texto: string): string[] => tokenize(texto).map((p) => p.texto);

describe('tokenize', () => {
  it('keeps the place of each word, whole numbers and no accents', () => {
    expect(tokenize('Lei nº 14.133: até 2,5')).toEqual([
      { texto: 'lei', inicio: 0, fim: 3 }, { texto: 'n', inicio: 4, fim: 5 }, { texto: '14133', inicio: 7, fim: 13 },
      { texto: 'ate', inicio: 15, fim: 18 }, { texto: '2,5', inicio: 19, fim: 22 },
    ]);
  });

  it.each([
    ['Lei 14.133/2021', ['lei', '14133', '2021']],
    ['item 8.1.2 e 12.10.4', ['item', '8.1.2', 'e', '12.10.4']],
    ['CNPJ 12.345.678/0001-90', ['cnpj', '12345678000190']],
    ['CNPJ 1A.B2C.3D4/0001-55', ['cnpj', '1ab2c3d4000155']],
    ['R$ 1.250,00 e R$ 1.250', ['r', '1250', 'e', 'r', '1250']],
    ['05 (cinco) dias', ['5', 'cinco', 'dias']],
    ['20% ou 20 por cento', ['20', '%', 'ou', '20', '%']],
    ['150 m², 150 m2 e 3 m³', ['150', 'm2', '150', 'm2', 'e', '3', 'm3']],
    ['seguro-garantia e pré-moldado', ['seguro', 'garantia', 'e', 'pre', 'moldado']],
    ['e-mail, email', ['email', 'email']],
    ['10km', ['10', 'km']],
    ['', []],
  ])('%s', (texto, esperado) => {
    expect(textos(texto)).toEqual(esperado);
  });
});
