import { describe, expect, it } from '@jest/globals';
import { indicesMinimos } from '../../../src/editais/fatos/indices-minimos.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['9.1. Índices de Liquidez Geral (LG), Solvência Geral (SG) e Liquidez Corrente (LC) superiores a 1 (um).', '1'],
  ['b) os índices de liquidez corrente e de solvência geral deverão ser iguais ou maiores que 1,0 (um inteiro).', '1'],
  ['LG = (AC + RLP) / (PC + PNC) ≥ 1,20', '1.2'],
  ['Índice de Liquidez Corrente (ILC)\nILC = AC / PC\nresultado mínimo: 1,00', '1'],
  ['Serão habilitadas as empresas com índice de liquidez geral maior ou igual a 0,80.', '0.8'],
  ['LC > ou = 1,00', '1'],
  ['A boa situação financeira será aferida pelos índices LG, SG e LC, não inferiores a 1 (um).', '1'],
  ['A licitante que apresentar índice inferior a 1 (um) em qualquer dos índices de Liquidez Geral ou Solvência Geral comprovará patrimônio líquido.', '1'],
  ['Solvência Geral igual ou superior a um.', '1'],
  ['b) QLC = AC / PC igual ou superior a 0,9', '0.9'],
  ['Índice de Endividamento (IE) menor ou igual a 0,60.', null],
  ['Grau de endividamento geral inferior a 0,8 do ativo.', null],
  ['A licitante deve ter atestado com prazo superior a 1 (um) ano.', null],
  ['Parcelas com valor individual igual ou superior a 4% do valor estimado, observada a liquidez geral.', null],
  ['Sub-base com limite de liquidez inferior a 25 e espessura maior que 1,5 cm.', null],
  ['O intervalo entre os lances deverá ser superior a 1,00 (um real).', null],
];

describe('indices_minimos', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(indicesMinimos, texto).valor).toBe(esperado);
  });

  it('is not led astray by a ceiling in the same sentence', () => {
    const texto = 'Liquidez Geral (LG) e Liquidez Corrente (LC) iguais ou superiores a 1,5 e endividamento geral (IEG) igual ou inferior a 0,5.';
    const fato = readCampo(indicesMinimos, texto);
    expect(fato.valor).toBe('1.5');
    expect('alternativas' in fato).toBe(false);
  });

  it('shows the disagreement between two statements', () => {
    const texto = '8.1. Índices de liquidez geral superiores a 1 (um).\n\n8.2. A empresa demonstrará liquidez geral igual ou superior a 1,50.';
    const fato = readCampo(indicesMinimos, texto);
    expect('alternativas' in fato && fato.alternativas?.length).toBe(1);
  });
});
