import { describe, expect, it } from '@jest/globals';
import { isVivo, judgeTrabalhadores } from '../../src/processos/domain/processo.js';

const p = (papel: string, encerrando = false) => ({ papel, encerrando });
const EU = { trabalha: false, batendo: true };

describe('processes', () => {
  it.each([[0, true], [30_000, true], [30_001, false]])('silent for %d ms at a pulse of 10 s: alive %s', (silencioMs, vivo) => expect(isVivo({ pulsoMs: 10_000, silencioMs })).toBe(vivo));

  it.each([
    ['nobody works', [p('api')], EU, 'indisponivel', 'sem_trabalhador', 0],
    ['a worker', [p('api'), p('worker')], EU, 'ok', null, 1],
    ['all in one', [p('all')], EU, 'ok', null, 1],
    ['the only worker is stopping', [p('api'), p('worker', true)], EU, 'indisponivel', 'sem_trabalhador', 0],
    ['it works itself, and its first pulse is to come', [], { trabalha: true, batendo: true }, 'ok', null, 0],
    ['its own pulses do not arrive', [p('worker')], { trabalha: true, batendo: false }, 'degradado', 'sem_batimento', 1],
  ] as const)('%s', (_, vivos, eu, estado, erro, n) => expect(judgeTrabalhadores(vivos, eu)).toEqual({ estado, erro, numeros: { vivos: n, processos: vivos.length } }));
});
