import { describe, expect, it } from '@jest/globals';
import { chooseCodificacao } from '../../src/http/codificacao.js';

describe('the encoding of an answer', () => {
  it.each([
    [undefined, 'identity'], ['', 'identity'], ['identity', 'identity'], ['br', 'br'], ['gzip', 'gzip'], ['x-gzip', 'gzip'], ['GZIP', 'gzip'], ['gzip, br', 'br'], ['gzip, deflate, br, zstd', 'br'], ['zstd, deflate', 'identity'],
    ['br;q=0, gzip', 'gzip'], ['br;q=0, gzip;q=0', 'identity'], ['br;q=0.5, gzip;q=0.8', 'gzip'], ['gzip;q=0.5, identity', 'identity'], ['gzip;q=0.5, identity;q=0.4', 'gzip'],
    ['*', 'br'], ['*;q=0', 'identity'], ['br;q=0, *', 'gzip'], ['gzip;q=0.001', 'gzip'], ['identity;q=0, gzip', 'gzip'], ['identity;q=0', 'identity'], ['identity;q=0, *', 'br'],
    ['br ; q=0 , gzip ; q = 1', 'gzip'], ['br;q=2', 'identity'], [';;;,,,', 'identity'], [`${'gzip,'.repeat(200)}br`, 'identity'],
  ])('of %j is %s', (aceita, esperada) => expect(chooseCodificacao(aceita)).toBe(esperada));
});
