import { beforeAll, describe, expect, it } from '@jest/globals';
import { readMunicipios } from '../../../src/recomendacoes/motor/read-municipios.js';
import { createGeografia, type Geografia } from '../../../src/recomendacoes/ordenar/geografia.js';

describe('where municípios are', () => {
  let g: Geografia;
  beforeAll(async () => {
    g = createGeografia(await readMunicipios());
  });

  it.each([['Campinas', 'SP', '3509502'], ['CAMPINAS', 'sp', '3509502'], ["Santa Bárbara d'Oeste", 'SP', '3545803'], ['Sao Luis', 'MA', '2111300'], ['Campinas', 'AC', null], ['constructor', 'SP', null]])('%s, %s is %s', (nome, uf, codigo) => expect(g.findCodigo(nome, uf)).toBe(codigo));

  /** Straight lines by the coordinates of the IBGE's seats. */
  it.each([['3509502', '3550308', 80, 95], ['3550308', '3304557', 350, 370], ['1302603', '4314902', 3100, 3200], ['3509502', '3509502', 0, 0]])('from %s to %s there are %i to %i km', (de, ate, min, max) => {
    const km = g.distancia(de, ate)!;
    expect(km).toBeGreaterThanOrEqual(min);
    expect(km).toBeLessThanOrEqual(max);
    expect(g.distancia(ate, de)).toBeCloseTo(km, 6);
  });
  it.each([[null, '3509502'], ['3509502', null], ['9999999', '3509502']])('nobody knows how far %s is from %s', (de, ate) => expect(g.distancia(de, ate)).toBeNull());
});
