import { describe, expect, it } from '@jest/globals';
import { certidoesEmVigor, planCertidoes, type EntradaCertidoes } from '../../../src/avisos/domain/plan-certidoes.js';
import type { PrazoConhecido } from '../../../src/avisos/domain/prazo-conhecido.js';

const prazo = (id: PrazoConhecido['id'], em: string): PrazoConhecido => ({ id, em, onde: null, dispositivo: null, fonte: 'edital' });
const BASE: EntradaCertidoes = {
  referencia: 'n', andamento: 'divulgada', prazos: [prazo('propostas', '2026-03-19T09:00:00-03:00'), prazo('sessao', '2026-03-20T09:00:00-03:00')], agora: new Date('2026-03-02T12:00:00Z'), contadas: new Set(),
  documentos: [{ tipo: 'cndt', validade: '2026-03-19' }],
};
const plan = (e: Partial<EntradaCertidoes>): string[] => planCertidoes({ ...BASE, ...e }).map((c) => `${c.documento.tipo} ${c.documento.validade} < ${c.exigidaEm}`);

describe('certidões that will not last', () => {
  it('expires before the session', () => expect(plan({})).toEqual(['cndt 2026-03-19 < 2026-03-20']));
  it('already expired is told too', () => expect(plan({ documentos: [{ tipo: 'cndt', validade: '2026-01-19' }] })).toEqual(['cndt 2026-01-19 < 2026-03-20']));
  it('valid on the day of the session is enough', () => expect(plan({ documentos: [{ tipo: 'cndt', validade: '2026-03-20' }] })).toEqual([]));
  it('without a session, the end of the proposals', () => expect(plan({ prazos: [BASE.prazos[0]!], documentos: [{ tipo: 'cndt', validade: '2026-03-18' }] })).toEqual(['cndt 2026-03-18 < 2026-03-19']));
  it.each([
    ['a kind that is no certidão', [{ tipo: 'contrato_social', validade: '2026-03-01' }]], ['an unknown validity', [{ tipo: 'cndt' }]], ['one that does not expire', [{ tipo: 'cndt', validade: null }]],
    ['a renewed one', [{ tipo: 'cndt', validade: '2026-03-01' }, { tipo: 'cndt', validade: '2026-09-01' }]], ['one renewed without an end', [{ tipo: 'sicaf', validade: '2026-03-01' }, { tipo: 'sicaf', validade: null }]],
  ] as const)('nothing of %s', (_, documentos) => expect(plan({ documentos })).toEqual([]));
  it('certidões of different places are different', () => {
    expect(certidoesEmVigor([{ tipo: 'cnd_estadual', uf: 'SP', validade: '2026-03-01' }, { tipo: 'cnd_estadual', uf: 'RJ', validade: '2026-09-01' }]).map((d) => d.uf)).toEqual(['SP', 'RJ']);
  });
  it.each(['suspensa', 'revogada', 'anulada'] as const)('nothing for one that is %s', (andamento) => expect(plan({ andamento })).toEqual([]));
  it('not yet for a session far away: what is renewed now would expire too', () => {
    expect(plan({ agora: new Date('2026-02-28T11:59:00Z') })).toEqual([]);
    expect(plan({ agora: new Date('2026-02-28T12:00:00Z') })).toHaveLength(1);
  });
  it('nothing for a session that passed, or without any date', () => {
    expect(plan({ agora: new Date('2026-03-20T12:00:00Z') })).toEqual([]);
    expect(plan({ prazos: [] })).toEqual([]);
  });
  it('once; another date of the session, or another validity, is told again', () => {
    const [{ chave } = { chave: '' }] = planCertidoes(BASE);
    expect(plan({ contadas: new Set([chave]) })).toEqual([]);
    expect(plan({ contadas: new Set([chave]), prazos: [prazo('sessao', '2026-03-21T09:00:00-03:00')] })).toHaveLength(1);
    expect(plan({ contadas: new Set([chave]), documentos: [{ tipo: 'cndt', validade: '2026-03-15' }] })).toHaveLength(1);
  });
});
