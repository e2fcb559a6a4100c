import { expect, it } from '@jest/globals';
import { beforeLigatura } from '../../../src/editais/domain/before-ligatura.js';

const TEXTO = 'em até 15 dias úteis contados da finalização da liquidação';

it.each([
  [TEXTO.indexOf(' úteis'), 'em até 15 dias úteis contados da'],
  [TEXTO.length, TEXTO],
  [TEXTO.indexOf('nalização'), TEXTO],
])('a quote ends before a word that may hold a ligature (from %d)', (de, esperado) => {
  expect(TEXTO.slice(0, beforeLigatura(TEXTO, de, TEXTO.length))).toBe(esperado);
});
