import { describe, expect, it } from '@jest/globals';
import { isInicioDeLinhaPropria } from '../../../src/editais/domain/inicio-de-linha.js';

/** Whether the last line of a text starts something of its own. */
const isPropria = (texto: string): boolean => isInicioDeLinhaPropria(texto, texto.lastIndexOf('\n') + 1);

describe('isInicioDeLinhaPropria', () => {
  it.each([
    'fim da linha anterior.\nArt. 12. O contrato vigorará por doze meses',
    'qualquer coisa\nCGL 5.2 Garantia contratual: 5% do valor',
    'R$ 10.000,00\nPrazo de execução: 720 dias, da ordem de serviço',
    'até 3 empresas\nVigência do contrato 14 (quatorze) meses',
  ])('starts its own: %s', (texto) => {
    expect(isPropria(texto)).toBe(true);
  });

  it.each([
    'nos termos do\nart. 75, II, da Lei nº 14.133/2021',
    'nos termos do\nArt. 75, II, da Lei nº 14.133/2021',
    'conforme o item 4 e\nPrazo de execução: 720 dias',
    'os serviços serão prestados na sede do Município\nde Alto Verde, mediante ordem',
  ])('goes on: %s', (texto) => {
    expect(isPropria(texto)).toBe(false);
  });
});
