import { describe, expect, it } from '@jest/globals';
import { readSimNao } from '../../../src/editais/extracao/marcacoes.js';

describe('readSimNao', () => {
  it.each([
    [': [x] sim [ ] nao', true], [': [ ] sim [x] nao', false], [': ( ) sim ( x ) nao', false], [': sim (x) nao ( )', true], [': sim ( ) nao (x)', false],
    ['?\n☐ sim\njustificativa: indicar o motivo\n☒ nao', false], [': nao', false], ['\nsim\n', true],
    [': ( ) sim ( ) nao', null], [': [x] sim [x] nao', null], [' para todos os itens, nao se aplica', null], ['', null],
  ])('%j → %s', (texto, esperado) => expect(readSimNao(texto)?.sim ?? null).toBe(esperado));
});
