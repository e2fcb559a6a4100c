import { describe, expect, it } from '@jest/globals';
import { decidir, newest, USO_VALE_MS } from '../../src/observacao/decidir.js';
import type { EstadoItem, Uso } from '../../src/observacao/index.js';

const AGORA = Date.UTC(2026, 10, 23, 12);
const ha = (s: number): Date => new Date(AGORA - s * 1000);
const uso = (s: number, estado: EstadoItem = 'ok', mais: Partial<Uso> = {}): Uso => ({ estado, erro: estado === 'ok' ? null : 'x', em: ha(s), latenciaMs: 1, ultimoSucesso: estado === 'ok' ? ha(s) : null, desmentivel: false, ...mais });
const recusada = (s: number): Uso => uso(s, 'chave_invalida', { desmentivel: true });
const sonda = (s: number, valida = true) => ({ em: AGORA - s * 1000, valida });
const MUITO = USO_VALE_MS / 1000 + 1;

describe('what says how a dependency is', () => {
  it.each<[string, Uso | null, ReturnType<typeof sonda> | null, 'uso' | 'sonda' | 'sondar']>([
    ['nothing is known', null, null, 'sondar'],
    ['only a probe', null, sonda(5), 'sonda'],
    ['only an old probe', null, sonda(50, false), 'sondar'],
    ['a recent request went well', uso(10), null, 'uso'],
    ['it went well after a probe', uso(10), sonda(20), 'uso'],
    ['it went well before a probe', uso(20), sonda(10), 'uso'],
    ['it went well long ago', uso(MUITO), null, 'sondar'],
    ['it went well long ago, and a probe is there', uso(MUITO), sonda(5), 'sonda'],
    ['at the end of its time', uso(USO_VALE_MS / 1000), null, 'uso'],
    ['a quota ended, which no probe disproves', uso(10, 'limite'), sonda(5), 'uso'],
    ['its server failed, which no probe disproves', uso(10, 'indisponivel'), sonda(5), 'uso'],
    ['a quota ended long ago', uso(MUITO, 'limite'), null, 'sondar'],
    ['the key was refused', recusada(10), null, 'sondar'],
    ['the key was refused, then probed', recusada(10), sonda(5), 'sonda'],
    ['the key was refused after a probe that still counts', recusada(5), sonda(10), 'uso'],
    ['the key was refused after a probe that no longer counts', recusada(5), sonda(50, false), 'sondar'],
    ['probed since, and that is old too', recusada(200), sonda(100, false), 'sondar'],
  ])('%s', (_, u, s, esperado) => expect(decidir(u, s, AGORA)).toBe(esperado));

  it('the later of several wins, with the last success of any', () => {
    const falha = uso(5, 'indisponivel', { ultimoSucesso: ha(300) });
    expect(newest([uso(20), falha, null, undefined], AGORA)).toEqual({ ...falha, ultimoSucesso: ha(20) });
    expect(newest([null, undefined], AGORA)).toBeNull();
  });

  it('a clock that runs ahead does not win for ever', () => {
    const adiantado = newest([uso(-3600, 'limite')], AGORA)!;
    expect(adiantado.em).toEqual(new Date(AGORA));
    expect(decidir(adiantado, null, AGORA + USO_VALE_MS + 1)).toBe('sondar');
  });
});
