import { expect, it } from '@jest/globals';
import { distanciaKm, findMunicipio, readLicitacaoPncp, resolveMunicipio, ufDoCodigo } from '../../src/acervo/index.js';
import { registro } from './apoio.js';

it('municipalities by IBGE code, and by name and state however written', () => {
  expect(findMunicipio('3550308')).toMatchObject({ nome: 'São Paulo', uf: 'SP' });
  expect(findMunicipio('9999999')).toBeNull();
  expect(["SANTA BARBARA D'OESTE", 'Santa Bárbara d Oeste', 'santa barbara d´oeste'].map((n) => resolveMunicipio(n, 'sp')?.codigo)).toEqual(['3545803', '3545803', '3545803']);
  expect([resolveMunicipio('Bom Jesus', 'PI')?.codigo, resolveMunicipio('Bom Jesus', 'RS')?.codigo, resolveMunicipio('Bom Jesus', 'SP')]).toEqual(['2201903', '4302303', null]);
  expect(['35', '3550308', '9950308', 'x', null].map(ufDoCodigo)).toEqual(['SP', 'SP', null, null, null]);
});

it('kilometres between seats', () => {
  expect(distanciaKm('3550308', '3304557')).toBeCloseTo(358, -1);
  expect(distanciaKm('3550308', '3550308')).toBe(0);
  expect(distanciaKm('3550308', '0000000')).toBeNull();
});

it.each([
  ['the code says the state', { codigoIbge: '3304557', ufSigla: 'SP', municipioNome: 'Rio de Janeiro' }, { uf: 'RJ', municipio: 'Rio de Janeiro', codigoIbge: '3304557' }],
  ['the code says the name that is missing', { codigoIbge: '3304557' }, { uf: 'RJ', municipio: 'Rio de Janeiro', codigoIbge: '3304557' }],
  ['name and state say the code', { ufSigla: 'rj', municipioNome: 'RIO DE JANEIRO' }, { uf: 'RJ', codigoIbge: '3304557' }],
  ['what is no code', { codigoIbge: '0000000', ufSigla: 'RJ', municipioNome: 'Lugar Nenhum' }, { uf: 'RJ', municipio: 'Lugar Nenhum', codigoIbge: null }],
])('of a record: %s', (_nome, unidadeOrgao, esperado) => {
  expect(readLicitacaoPncp(registro(1, { unidadeOrgao }))).toMatchObject(esperado);
});
