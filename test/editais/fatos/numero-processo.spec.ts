import { describe, expect, it } from '@jest/globals';
import { numeroProcesso } from '../../../src/editais/fatos/numero-processo.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['PROCESSO LICITATÓRIO Nº 118/2026', '118/2026'],
  ['(Processo Administrativo n° 23500.004411/2026-08)', '23500.004411/2026-08'],
  ['PROCESSO ADMINSTRATIVO Nº 031/2026', '031/2026'],
  ['Processo n. 202600771234', '202600771234'],
  ['SEI 12.34.5600.0001234/2026-11', '12.34.5600.0001234/2026-11'],
  ['PAE nº E-2026/1122334', 'E-2026/1122334'],
  ['PROCESSO DE COMPRA Nº 88/2026/PMX', '88/2026/PMX'],
  ['PROCESSO LICITATÓRIO N° 19/2026-FMS', '19/2026-FMS'],
  ['Processo Eletrônico SEI-070099/001234/2026', 'SEI-070099/001234/2026'],
  ['Há ações judiciais (processo nº 5001234-56.2025.8.24.0001) sobre o fornecimento.', null],
  ['O processo administrativo será encaminhado à autoridade no prazo de 10 dias.', null],
  ['Processo nº ____/2026', null],
  ['processo de 2026', null],
];

describe('numero_processo', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(numeroProcesso, texto).valor).toBe(esperado);
  });
});
