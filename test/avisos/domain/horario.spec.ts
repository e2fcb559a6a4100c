import { describe, expect, it } from '@jest/globals';
import { endOfSilencio, nextResumo, releaseOf } from '../../../src/avisos/domain/horario.js';
import { PADRAO, type DiaSemana } from '../../../src/avisos/domain/preferencias.js';

const UTEIS: readonly DiaSemana[] = ['seg', 'ter', 'qua', 'qui', 'sex'];
const at = (brasilia: string): Date => new Date(`${brasilia}:00-03:00`);

describe('the next digest', () => {
  it.each([
    ['2026-03-16T07:59', '08:00', UTEIS, '2026-03-16T08:00'], // Monday, before the hour
    ['2026-03-16T08:00', '08:00', UTEIS, '2026-03-17T08:00'], // at the hour: the next one
    ['2026-03-20T09:00', '08:00', UTEIS, '2026-03-23T08:00'], // Friday after the hour: Monday
    ['2026-03-21T03:00', '08:00', ['dom'] as const, '2026-03-22T08:00'],
    ['2026-03-22T08:00', '08:00', ['dom'] as const, '2026-03-29T08:00'], // one day a week: a week later
    ['2026-12-31T23:30', '00:00', ['sex'] as const, '2027-01-01T00:00'],
    ['2026-03-16T21:30', '23:59', UTEIS, '2026-03-16T23:59'], // already the next day in UTC
  ] as const)('after %s, at %s: %s %s', (agora, hora, dias, esperado) => {
    expect(nextResumo({ hora, dias }, at(agora))).toEqual(at(esperado));
  });
});

describe('quiet hours', () => {
  it.each([
    ['2026-03-16T19:59', null], ['2026-03-16T20:00', '2026-03-17T07:00'], ['2026-03-17T06:59', '2026-03-17T07:00'], ['2026-03-17T07:00', null],
  ])('20:00 to 07:00 at %s end at %s', (agora, fim) => expect(endOfSilencio({ inicio: '20:00', fim: '07:00' }, at(agora))).toEqual(fim && at(fim)));

  it.each([
    ['2026-03-16T11:59', null], ['2026-03-16T12:00', '2026-03-16T13:30'], ['2026-03-16T13:29', '2026-03-16T13:30'], ['2026-03-16T13:30', null],
  ])('within a day, 12:00 to 13:30 at %s end at %s', (agora, fim) => expect(endOfSilencio({ inicio: '12:00', fim: '13:30' }, at(agora))).toEqual(fim && at(fim)));

  it('are none when not given, or when they begin and end together', () => {
    expect(endOfSilencio(null, at('2026-03-16T23:00'))).toBeNull();
    expect(endOfSilencio({ inicio: '09:00', fim: '09:00' }, at('2026-03-16T09:00'))).toBeNull();
  });
});

describe('when an aviso goes', () => {
  const p = { resumo: PADRAO.resumo, silencio: PADRAO.silencio };
  it.each([
    ['desligado', '2026-03-16T10:00', null, null],
    ['resumo', '2026-03-16T10:00', null, '2026-03-17T08:00'],
    ['instantaneo', '2026-03-16T10:00', null, '2026-03-16T10:00'],
    ['instantaneo', '2026-03-16T22:00', null, '2026-03-17T07:00'],
    ['instantaneo', '2026-03-16T22:00', '2026-03-17T09:00', '2026-03-17T07:00'], // the deadline is after the quiet hours
    ['instantaneo', '2026-03-16T22:00', '2026-03-16T23:59', '2026-03-16T22:00'], // it would come too late
  ] as const)('%s at %s with the limit %s: %s', (modo, agora, limite, esperado) => {
    expect(releaseOf(p, modo, at(agora), limite && at(limite).toISOString())).toEqual(esperado && at(esperado));
  });
});
