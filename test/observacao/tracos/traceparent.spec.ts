import { describe, expect, it } from '@jest/globals';
import { formatTraceparent, parseTraceparent } from '../../../src/observacao/index.js';

const TRACO = '4bf92f3577b34da6a3ce929d0e0e4736';
const TRECHO = '00f067aa0ba902b7';

describe('traceparent', () => {
  it.each([
    [`00-${TRACO}-${TRECHO}-01`, true],
    [`00-${TRACO}-${TRECHO}-00`, false],
    [`00-${TRACO}-${TRECHO}-03`, true],
    [` 00-${TRACO}-${TRECHO}-01 `, true],
    [`cc-${TRACO}-${TRECHO}-01-what-will-come`, true],
  ])('takes %p', (texto, amostrado) => {
    const ponto = parseTraceparent(texto);
    expect(ponto).toEqual({ traceId: TRACO, spanId: TRECHO, amostrado });
    expect(parseTraceparent(formatTraceparent(ponto!))).toEqual(ponto);
  });

  it.each([
    ['nothing', undefined], ['several', [`00-${TRACO}-${TRECHO}-01`]], ['empty', ''], ['a version that may not be', `ff-${TRACO}-${TRECHO}-01`], ['more fields than version 00 has', `00-${TRACO}-${TRECHO}-01-x`],
    ['a trace of zeros', `00-${'0'.repeat(32)}-${TRECHO}-01`], ['a parent of zeros', `00-${TRACO}-${'0'.repeat(16)}-01`], ['upper case', `00-${TRACO.toUpperCase()}-${TRECHO}-01`], ['short', `00-${TRACO.slice(1)}-${TRECHO}-01`],
    ['a line break', `00-${TRACO}-${TRECHO}-01\r\nx: 1`], ['without end', `cc-${TRACO}-${TRECHO}-01-${'a'.repeat(5000)}`],
  ])('begins anew with %s', (_, valor) => expect(parseTraceparent(valor)).toBeNull());
});
