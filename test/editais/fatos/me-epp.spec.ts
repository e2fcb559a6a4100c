import { describe, expect, it } from '@jest/globals';
import { meEpp } from '../../../src/editais/fatos/me-epp.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, 'exclusiva' | 'cota_reservada' | 'ampla' | 'misto' | null][] = [
  ['LICITAÇÃO EXCLUSIVA PARA ME/EPP', 'exclusiva'],
  ['Exclusividade ME/EPP: SIM', 'exclusiva'],
  ['EXCLUSIVO ME/EPP: (X) SIM ( ) NÃO', 'exclusiva'],
  ['Poderão participar deste pregão exclusivamente microempresas e empresas de pequeno porte.', 'exclusiva'],
  ['A participação é restrita às microempresas e empresas de pequeno porte, conforme art. 48, I, da LC 123/2006.', 'exclusiva'],
  ['2.5. Para todos os itens, a participação é exclusiva a microempresas e empresas de pequeno porte.', 'exclusiva'],
  ['Dispensa destinada exclusivamente às microempresas e empresas de pequeno porte.', 'exclusiva'],
  ['Somente poderão participar desta licitação microempresas e empresas de pequeno porte.', 'exclusiva'],
  ['A presente licitação destina-se exclusivamente à participação de beneficiários da Lei Complementar nº 123/2006.', 'exclusiva'],
  // by item, by quota
  ['Participação exclusiva para ME/EPP e equiparadas - itens 1 e 2', 'misto'],
  ['COTA PRINCIPAL – 75%: ampla concorrência. COTA RESERVADA – 25%: exclusiva para ME e EPP.', 'cota_reservada'],
  ['Os itens 1 a 5 são exclusivos para ME/EPP e os itens 6 e 7 são de ampla concorrência.', 'misto'],
  ['LICITAÇÃO COM ITENS EXCLUSIVOS PARA ME/EPP E ITENS DE AMPLA CONCORRÊNCIA', 'misto'],
  ['Item 3 - Papel - 500 resmas - EXCLUSIVO ME/EPP\nItem 4 - Toner - AMPLA CONCORRÊNCIA', 'misto'],
  ['ITEM 01 - COTA PRINCIPAL (AMPLA CONCORRÊNCIA) 750 un\nITEM 02 - COTA RESERVADA ME/EPP 250 un', 'cota_reservada'],
  ['Fica reservada cota de 25% (vinte e cinco por cento) do objeto para contratação de ME/EPP.', 'cota_reservada'],
  // open, in so many words
  ['AMPLA CONCORRÊNCIA', 'ampla'],
  ['PREFERÊNCIA ME/EPP/EQUIPARADAS\nNÃO', 'ampla'],
  ['Esta licitação NÃO é exclusiva para ME/EPP.', 'ampla'],
  ['EXCLUSIVO ME/EPP: ( ) SIM (X) NÃO', 'ampla'],
  ['Não haverá cota reservada nem exclusividade para ME/EPP, pois não se mostra vantajoso. Poderão participar os interessados do ramo.', 'ampla'],
  ['Sem exclusividade para ME/EPP.', 'ampla'],
  // open, since nothing closes it
  ['No item exclusivo para participação de microempresas, a assinalação do campo “não” impedirá o prosseguimento.\nPoderão participar os interessados credenciados.', 'ampla'],
  ['Em relação a itens não exclusivos para participação de microempresas e empresas de pequeno porte, haverá empate ficto.', 'ampla'],
  ['PREFERÊNCIA ME/EPP/EQUIPARADAS: SIM\nSerá concedido tratamento favorecido para as microempresas e empresas de pequeno porte.', 'ampla'],
  ['Ocorrendo empate, será assegurada, como critério de desempate, preferência de contratação para as microempresas.', 'ampla'],
  // says nothing of this tender, or not enough
  ['Para os itens cujo valor seja de até R$ 80.000,00, a participação é exclusiva a ME/EPP.', null],
  ['Declaro que sou microempresa e faço jus à participação exclusiva prevista no edital.', null],
  ['A contratada responde exclusivamente pelos encargos trabalhistas.', null],
];

describe('me_epp', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(meEpp, texto).valor).toBe(esperado);
  });

  it('is less sure, and says why, when it only follows from silence', () => {
    const fato = readCampo(meEpp, 'Será concedido tratamento favorecido para as microempresas e empresas de pequeno porte.');
    expect('confianca' in fato && fato.confianca).toBeLessThan(0.9);
    expect(fato.nota).toMatch(/tratamento favorecido/);
  });
});
