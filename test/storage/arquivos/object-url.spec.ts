import { describe, expect, it } from '@jest/globals';
import { objectUrl } from '../../../src/storage/arquivos/s3-client.js';

describe('objectUrl', () => {
  it.each([
    ['path', 'https://s3.exemplo:9000', 'https://s3.exemplo:9000/balde/p/ab/abc'],
    ['virtual', 'https://s3.exemplo:9000', 'https://balde.s3.exemplo:9000/p/ab/abc'],
    ['path', 'https://s3.exemplo/storage/v1', 'https://s3.exemplo/storage/v1/balde/p/ab/abc'],
    ['virtual', 'http://s3.exemplo/storage', 'http://balde.s3.exemplo/storage/p/ab/abc'],
  ] as const)('%s below %s', (estilo, endpoint, url) => {
    expect(objectUrl({ endpoint, bucket: 'balde', prefixo: 'p/', estilo }, 'ab/abc')).toBe(url);
  });
});
