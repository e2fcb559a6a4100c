import { describe, expect, it } from '@jest/globals';
import { modoDisputa } from '../../../src/editais/fatos/modo-disputa.js';
import type { FatosDaLicitacao } from '../../../src/editais/extracao/contexto.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['MODO DE DISPUTA: aberto e fechado', 'aberto_fechado'],
  ['MODO DE DISPUTA: ABERTO-FECHADO', 'aberto_fechado'],
  ['Modo de disputa: fechado/aberto', 'fechado_aberto'],
  ['MODO DE DISPUTA: [X] ABERTO', 'aberto'],
  ['na forma eletrônica, modo de disputa a b e r t o para selecionar proposta', 'aberto'],
  ['5.11. Será adotado para o envio de lances no pregão eletrônico o modo de disputa “aberto e fechado”, em que', 'aberto_fechado'],
  ['7.1. O modo de disputa definido neste Pregão será FECHADO.', 'fechado'],
  ['SEÇÃO VIII – DA FORMULAÇÃO DE LANCES – MODO ABERTO', 'aberto'],
  ['5.11. Caso seja adotado o modo de disputa “aberto”, os lances…\n5.12. Caso seja adotado o modo de disputa “aberto e fechado”, a etapa…', null],
  ['Só haverá empate entre lances finais da fase fechada do modo de disputa aberto e fechado.', null],
  ['6.1. No modo de disputa aberto, a etapa dura dez minutos.\n6.2. No modo de disputa aberto e fechado, quinze.', null],
  ['6.1. No modo de disputa aberto, a etapa de lances durará dez minutos.', 'aberto'],
  ['A lei prevê os modos de disputa aberto, fechado ou a combinação dos dois.', null],
];
const DISPENSA: FatosDaLicitacao = { modalidade: 'dispensa' };

describe('modo_disputa', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(modoDisputa, texto).valor).toBe(esperado);
  });

  it.each([
    ['PERÍODO DE LANCES: das 8h às 14h', DISPENSA, 'dispensa_com_disputa'],
    ['Dispensa sem disputa: as propostas serão enviadas por e-mail.', DISPENSA, null],
    ['MODO DE DISPUTA: aberto', { modalidade: 'credenciamento' }, null],
  ] as const)('%s with %j → %s', (texto, lidos, esperado) => {
    expect(readCampo(modoDisputa, texto, lidos).valor).toBe(esperado);
  });

  it('reads the rite of sealed proposals followed by spoken bids, with a note', () => {
    const fato = readCampo(modoDisputa, 'O autor da menor proposta e os de valores superiores em até 10% (dez por cento) poderão fazer lances verbais.', { forma: 'presencial' });
    expect(fato).toMatchObject({ valor: 'fechado_aberto' });
    expect(fato.nota).toMatch(/não nomeia/);
  });
});
