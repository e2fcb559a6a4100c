import { describe, expect, it } from '@jest/globals';
import { validadeProposta } from '../../../src/editais/fatos/validade-proposta.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, number | null][] = [
  ['5.3. As propostas terão validade mínima de 75 (setenta e cinco) dias, contados da sessão.', 75],
  ['O prazo de validade da proposta será de noventa dias corridos.', 90],
  ['O prazo de validade da proposta não será inferior a 60 (sessenta) dias, a contar da sua apresentação.', 60],
  ['Validade da proposta: 3 (três) meses.', 90],
  ['As propostas serão válidas por 120 (cento e vinte) dias.', 120],
  ['8. DA PROPOSTA DE PREÇO\n8.1. A proposta deverá conter:\na) identificação da empresa;\nb) Prazo de validade que deverá ser de no mínimo 60 (sessenta) dias;', 60],
  ['c) conter, na proposta cadastrada, a validade da mesma que não poderá ser inferior a 45 (quarenta e cinco) dias.', 45],
  ['O prazo de validade da cotação é de 30 (trinta) dias.', 30],
  ['8.1. A certidão sem prazo de validade será aceita se emitida há até 60 (sessenta) dias.', null],
  ['Prazo de validade da proposta: ____ dias.', null],
  ['O prazo de validade dos medicamentos não será inferior a 365 dias.', null],
  ['A garantia de proposta terá prazo de validade de 90 dias.', null],
  ['A ata de registro de preços terá validade de 360 dias.', null],
];

describe('validade_proposta_dias', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(validadeProposta, texto).valor).toBe(esperado);
  });

  it('reports a number whose words disagree', () => {
    const fato = readCampo(validadeProposta, 'A validade da proposta será de 90 (sessenta) dias.');
    expect(fato.valor).toBe(90);
    expect(fato.nota).toMatch(/^CONFLITO/);
    expect('alternativas' in fato && fato.alternativas?.map((a) => a.valor)).toEqual([60]);
  });
});
