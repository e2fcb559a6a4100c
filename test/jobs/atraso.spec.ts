import { describe, expect, it } from '@jest/globals';
import { judgeFila } from '../../src/jobs/atraso.js';

const FILAS = [{ nome: 'analises', retryLimit: 1, maxAtrasoMs: 600_000 }, { nome: 'faxina', retryLimit: 0 }];
const atrasos = (analises: number, faxina = 0) => [{ fila: 'analises', atrasoS: analises }, { fila: 'faxina', atrasoS: faxina }];

describe('judgeFila', () => {
  it.each([
    [0, 0, 'ok', null], [600, 0, 'ok', null], [601, 0, 'degradado', 'fila_atrasada'], [0, 90_000, 'ok', null],
  ] as const)('%d s where somebody waits, %d s where nobody does: %s', (a, f, estado, erro) => expect(judgeFila(atrasos(a, f), FILAS)).toEqual({ estado, erro, numeros: { atrasoS: a, atrasoMaximoS: Math.max(a, f) } }));
  it('no queue is late when there is none', () => expect(judgeFila([], [])).toEqual({ estado: 'ok', erro: null, numeros: { atrasoS: 0, atrasoMaximoS: 0 } }));
});
