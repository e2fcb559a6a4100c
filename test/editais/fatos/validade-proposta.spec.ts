import { describe, expect, it } from '@jest/globals';
import { validadeProposta } from '../../../src/editais/fatos/validade-proposta.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, number | null][] = [
  ['5.3. As propostas terão validade mínima de 75 (setenta e cinco) dias, contados da sessão.', 75],
  ['O prazo de validade da proposta será de noventa dias corridos.', 90],
  ['Validade da proposta: 3 (três) meses.', 90],
  ['8.1. A certidão sem prazo de validade será aceita se emitida há até 60 (sessenta) dias.', null],
  ['Prazo de validade da proposta: ____ dias.', null],
  ['O prazo de validade dos medicamentos não será inferior a 365 dias.', null],
];

describe('validade_proposta_dias', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(validadeProposta, texto).valor).toBe(esperado);
  });

  it('reports a number whose words disagree', () => {
    const fato = readCampo(validadeProposta, 'A validade da proposta será de 90 (sessenta) dias.');
    expect(fato.valor).toBe(90);
    expect(fato.nota).toMatch(/^CONFLITO/);
  });
});
