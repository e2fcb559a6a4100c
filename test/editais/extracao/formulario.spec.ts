import { expect, it } from '@jest/globals';
import { readResposta } from '../../../src/editais/extracao/formulario.js';

it.each([
  [': nao', false], ['? sim', true], [': ( ) sim (x) nao', false], [' [x] sim [ ] nao', true], [': ( ) sim ( ) nao', null], [' sera permitida', null], [' nao sera', null],
])('%s → %s', (texto, esperado) => {
  expect(readResposta(texto)?.sim ?? null).toBe(esperado);
});
