import { describe, expect, it } from '@jest/globals';
import { createOcultador } from '../../src/kernel/index.js';

describe('createOcultador', () => {
  const ocultar = createOcultador(['s3nh@"forte"', null, 'abc']);
  it.each([
    ['chave alicit_g6P2GdBSpFWzq5drLbWagFhM6531', 'chave [oculto]'], ['Authorization: Bearer abc.def-123', 'Authorization: Bearer [oculto]'], ['"postgres://u:p%40x@maquina:5432/b"', '"postgres://[oculto]@maquina:5432/b"'],
    ['redis://:senha@h', 'redis://[oculto]@h'], ['sk-proj-abcdefghijklmnop', '[oculto]'], ['pcsk_abcdefghijklmnop', '[oculto]'], ['whsec_abcdefgh12', '[oculto]'],
    ['{"a":"s3nh@\\"forte\\""}', '{"a":"[oculto]"}'], ['?s=s3nh%40%22forte%22', '?s=[oculto]'],
  ])('%s', (texto, limpo) => expect(ocultar(texto)).toBe(limpo));

  it.each(['https://api.exemplo.com/v1', 'o alicit_', 'portador (bearer) de título', 'abc', 'contato a@b.com', 'https://pncp.gov.br/app/editais?q=1'])('leaves the rest as it is: %s', (texto) => expect(ocultar(texto)).toBe(texto));
});
