import { describe, expect, it } from '@jest/globals';
import { readMencoes } from '../../../src/recomendacoes/domain/read-mencoes.js';
import { DESCONHECIDO, RAMOS } from '../../../src/recomendacoes/domain/read-ramos.js';
import { HOMONIMOS, NATUREZAS_DOS_CASOS, NUCLEOS } from './casos.js';

/** The class that weighs most in an object; "?" for a thing no class knows. */
function nucleoDe(objeto: string): { ramo: string; natureza: string } {
  const m = [...readMencoes(objeto).mencoes].sort((a, b) => b.peso - a.peso || a.inicio - b.inicio)[0];
  return { ramo: m ? (m.ramo === DESCONHECIDO ? '?' : RAMOS[m.ramo]!.id) : '', natureza: m?.natureza ?? '' };
}

describe('readMencoes', () => {
  it.each(NUCLEOS)('%s → %s (%s)', (objeto, ramo, natureza) => expect(nucleoDe(objeto)).toEqual({ ramo, natureza }));
  it.each(NATUREZAS_DOS_CASOS)('%s → %s (%s)', (objeto, ramo, natureza) => expect(nucleoDe(objeto)).toEqual({ ramo, natureza }));
  it.each(HOMONIMOS)('%s → %s', (objeto, ramo) => expect(nucleoDe(objeto).ramo).toBe(ramo));

  it.each([
    ['Aquisição de rabetas a gasolina', '?'],
    ['Aquisição de geringonças movidas a diesel', '?'],
  ])('%s: the head is a thing no class knows', (objeto, ramo) => expect(nucleoDe(objeto).ramo).toBe(ramo));

  it('does not read upper case, portal prefixes and numbering differently', () => {
    const limpo = nucleoDe('Aquisição de pneus');
    for (const o of ['AQUISIÇÃO DE PNEUS', '[Portal de Compras Públicas] - Aquisição de pneus', '1.1. Aquisição de pneus', 'aquisicao de pneus']) expect(nucleoDe(o)).toEqual(limpo);
  });

  it('bears anything: empty, symbols, very long', () => {
    for (const o of ['', '   ', '§§ —', '2026', 'a'.repeat(20_000), 'pneus, '.repeat(2000)]) expect(() => readMencoes(o)).not.toThrow();
  });
});
