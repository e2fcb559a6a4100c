import { describe, expect, it } from '@jest/globals';
import { forma } from '../../../src/editais/fatos/forma.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['realizará licitação, na modalidade PREGÃO, na forma ELETRÔNICA, nos termos da lei.', 'eletronica'],
  ['CONCORRÊNCIA PRESENCIAL Nº 4/2026', 'presencial'],
  ['Forma: Presencial\nTipo: Menor preço', 'presencial'],
  ['FORMA: ELETRÔNICO', 'eletronica'],
  ['contratação por dispensa de licitação, na forma eletrônica, com lances.', 'eletronica'],
  ['As licitações do banco ocorrem exclusivamente por meio eletrônico.', 'eletronica'],
  ['DATA DE ENTREGA DOS ENVELOPES: até 3 de março de 2026', 'presencial'],
  ['As licitações serão realizadas preferencialmente sob a forma eletrônica, admitida a utilização da forma presencial, desde que motivada.', null],
  ['Decreto nº 10.024/2019, que regulamenta o pregão na forma eletrônica.', null],
  ['A assinatura eletrônica do contrato seguirá a medida provisória.', null],
  ['Caso o pregão seja na forma presencial, os licitantes trarão os envelopes lacrados.', null],
];

describe('forma', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(forma, texto).valor).toBe(esperado);
  });
});
