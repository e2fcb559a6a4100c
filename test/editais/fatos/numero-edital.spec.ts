import { describe, expect, it } from '@jest/globals';
import { numeroEdital } from '../../../src/editais/fatos/numero-edital.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['EDITAL DE PREGÃO ELETRÔNICO Nº 90033/2025', '90033/2025'],
  ['CONCORRÊNCIA\n0012/2026\nCONTRATANTE\nMunicípio', '0012/2026'],
  ['EDITAL DE CONCORRÊNCIA ELETRÔNICA Nº 16/2026/PMX', '16/2026/PMX'],
  ['PREGÃO ELETRÔNICO Nº 077/PMQ/2026', '077/PMQ/2026'],
  ['Pregão Eletrônico RP nº. 021/2026 - Processo Licitatório nº 300/2026', '021/2026'],
  ['PREGÃO ELETRÔNICO SRP Nº 90.012/2026', '90.012/2026'],
  ['CONCORRÊNCIA ELETRÔNICA Nº 2026.03.02.001 - SEDUC', '2026.03.02.001'],
  ['LICITAÇÃO ELETRÔNICA Nº 2026/00451', '2026/00451'],
  ['EDITAL DE LICITAÇÃO Nº 045/2026\nCONCORRÊNCIA Nº 009/2026\nPROCESSO Nº 045/2026', '009/2026'],
  ['PREGÃO ELETRÔNICO Nº PGM/SMA-9/2026', 'PGM/SMA-9/2026'],
  ['PREGÃO ELETRÔNICO Nº 15/26', '15/26'],
  ['realizará PREGÃO, na forma eletrônica, nos termos da Lei nº 14.133/2021 e do Decreto nº 11.462/2023.', null],
  ['atendendo o contrato de repasse nº 912345/2025', null],
  ['PROCESSO DE LICITAÇÃO Nº 77/2026', null],
  ['adesão à ata do Pregão Eletrônico nº 3/2024 do Estado', null],
];

describe('numero_edital', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(numeroEdital, texto).valor).toBe(esperado);
  });

  it('takes the same number printed two ways as one reading', () => {
    const fato = readCampo(numeroEdital, 'CONCORRÊNCIA Nº 001/2026\n…\nEDITAL Nº 01/2026');
    expect(fato).toMatchObject({ valor: '001/2026' });
    expect(fato).not.toHaveProperty('alternativas');
  });
});
