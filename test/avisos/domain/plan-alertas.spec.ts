import { describe, expect, it } from '@jest/globals';
import { chaveDoAlerta, planAlertas, type EntradaAlertas } from '../../../src/avisos/domain/plan-alertas.js';
import type { PrazoConhecido } from '../../../src/avisos/domain/prazo-conhecido.js';

const prazo = (id: PrazoConhecido['id'], em: string): PrazoConhecido => ({ id, em, onde: null, dispositivo: null, fonte: 'edital' });
/** Friday; the business days before it are 19 (1), 18 (2), 17 (3), 16 (4), 13 (5). */
const PROPOSTAS = prazo('propostas', '2026-03-20T09:00:00-03:00');
const at = (brasilia: string): Date => new Date(`${brasilia}:00-03:00`);
const BASE: EntradaAlertas = { referencia: 'n', andamento: 'divulgada', uf: 'SP', prazos: [PROPOSTAS], diasUteisAntes: [5, 2, 1], hora: '08:00', agora: at('2026-03-18T08:00'), contadas: new Set() };
const plan = (e: Partial<EntradaAlertas>): string[] => planAlertas({ ...BASE, ...e }).map((a) => `${a.prazo.id} -${a.antecedencia} (${a.diasUteisRestantes})`);
const told = (...antecedencias: number[]): ReadonlySet<string> => new Set(antecedencias.map((n) => chaveDoAlerta('n', PROPOSTAS, n)));

describe('alerts of deadlines', () => {
  it.each([
    ['before the first', '2026-03-13T07:59', []], ['at the first', '2026-03-13T08:00', ['propostas -5 (5)']], ['between two', '2026-03-17T23:00', ['propostas -5 (3)']], ['at the second', '2026-03-18T08:00', ['propostas -2 (2)']],
    ['at the last', '2026-03-19T08:00', ['propostas -1 (1)']], ['on the day', '2026-03-20T08:59', ['propostas -1 (0)']], ['at the deadline', '2026-03-20T09:00', []], ['after it', '2026-03-25T09:00', []],
  ])('%s', (_, agora, esperado) => expect(plan({ agora: at(agora) })).toEqual(esperado));

  it('each once', () => {
    expect(plan({ contadas: told(2) })).toEqual([]);
    expect(plan({ agora: at('2026-03-19T08:00'), contadas: told(5, 2) })).toEqual(['propostas -1 (1)']);
  });
  it('after days without running one comes, not three, and the ones before it never', () => {
    expect(plan({ agora: at('2026-03-19T12:00') })).toEqual(['propostas -1 (1)']);
    expect(plan({ agora: at('2026-03-19T12:00'), contadas: told(1) })).toEqual([]);
  });
  it('a new, longer advance does not tell again what a shorter one told', () => expect(plan({ diasUteisAntes: [10, 5], contadas: told(5), agora: at('2026-03-17T10:00') })).toEqual([]));
  it('another date is told again', () => {
    const nova = prazo('propostas', '2026-03-20T10:00:00-03:00');
    expect(plan({ prazos: [nova], contadas: told(5, 2, 1) })).toEqual(['propostas -2 (2)']);
  });
  it('the same instant written otherwise is not another date', () => expect(plan({ prazos: [prazo('propostas', '2026-03-20T12:00:00Z')], contadas: told(2) })).toEqual([]));
  it.each(['suspensa', 'revogada', 'anulada'] as const)('nothing of one that is %s', (andamento) => expect(plan({ andamento })).toEqual([]));
  it('nothing when no advance is asked for', () => expect(plan({ diasUteisAntes: [] })).toEqual([]));
  it('on the day itself, two hours before at the latest', () => {
    const cedo = [prazo('propostas', '2026-03-20T08:30:00-03:00')];
    expect(plan({ prazos: cedo, diasUteisAntes: [0], agora: at('2026-03-20T06:29') })).toEqual([]);
    expect(plan({ prazos: cedo, diasUteisAntes: [0], agora: at('2026-03-20T06:30') })).toEqual(['propostas -0 (0)']);
  });
  it('skips weekends and holidays of the State', () => {
    // Tuesday 22 April: the 21st is Tiradentes, so one business day before is Monday 20.
    const abril = [prazo('propostas', '2026-04-22T09:00:00-03:00')];
    expect(plan({ prazos: abril, diasUteisAntes: [1], agora: at('2026-04-20T07:59') })).toEqual([]);
    expect(plan({ prazos: abril, diasUteisAntes: [1], agora: at('2026-04-20T08:00') })).toEqual(['propostas -1 (1)']);
    // 9 July is a holiday in São Paulo only.
    const julho = [prazo('propostas', '2026-07-10T09:00:00-03:00')];
    expect([plan({ prazos: julho, diasUteisAntes: [1], agora: at('2026-07-08T08:00') }), plan({ prazos: julho, diasUteisAntes: [1], agora: at('2026-07-08T08:00'), uf: 'RJ' })]).toEqual([['propostas -1 (1)'], []]);
  });
  it('a session at the very end of the proposals is told once', () => {
    expect(plan({ prazos: [PROPOSTAS, prazo('sessao', PROPOSTAS.em)] })).toEqual(['propostas -2 (2)']);
    expect(plan({ prazos: [PROPOSTAS, prazo('sessao', '2026-03-20T09:30:00-03:00')] })).toEqual(['propostas -2 (2)', 'sessao -2 (2)']);
  });
  it('an instant that is none is not told', () => expect(plan({ prazos: [prazo('propostas', 'em breve')] })).toEqual([]));
});
