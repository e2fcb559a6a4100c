import { describe, expect, it } from '@jest/globals';
import { prazosConhecidos, type FontesDePrazo, type PrazoDaAnalise, type RegistroDaLicitacao } from '../../../src/avisos/domain/prazo-conhecido.js';

const REGISTRO: RegistroDaLicitacao = { encerramento: '2026-03-20T09:00:00-03:00', modalidadeId: 6, amparoLegal: 'Lei 14.133/2021, Art. 28, I', uf: 'SP' };
const daAnalise = (id: PrazoDaAnalise['id'], em: string): PrazoDaAnalise => ({ id, em, onde: 'edital.pdf, página 2', dispositivo: null });
const PRAZOS = [daAnalise('impugnacao', '2026-03-17T17:00:00-03:00'), daAnalise('propostas', '2026-03-20T09:00:00-03:00'), daAnalise('sessao', '2026-03-20T09:30:00-03:00')];
const brief = (f: Partial<FontesDePrazo>): string[] => prazosConhecidos({ registro: null, analise: null, datasMudadasEm: null, ...f }).map((p) => `${p.id} ${p.em} ${p.fonte}`);
const analise = { julgadaEm: new Date('2026-03-02T12:00:00Z'), prazos: PRAZOS };

describe('deadlines by the newest that is known', () => {
  it('of a record alone: its date, and from it what the law counts', () => {
    expect(brief({ registro: REGISTRO })).toEqual(['impugnacao 2026-03-17T23:59:59-03:00 estimado', 'esclarecimento 2026-03-17T23:59:59-03:00 estimado', 'propostas 2026-03-20T09:00:00-03:00 pncp']);
  });

  it.each([
    ['Lei das Estatais', { amparoLegal: 'Lei 13.303/2016, Art. 31' }, ['impugnacao 2026-03-13T23:59:59-03:00 estimado', 'esclarecimento 2026-03-13T23:59:59-03:00 estimado']],
    ['dispensa', { modalidadeId: 8 }, []], ['credenciamento', { modalidadeId: 12 }, []], ['an unknown modalidade', { modalidadeId: null }, []], ['a law that is neither', { amparoLegal: 'Lei 11.652/2008' }, []],
    ['a session after a holiday counts business days', { encerramento: '2026-04-22T09:00:00-03:00' }, ['impugnacao 2026-04-16T23:59:59-03:00 estimado', 'esclarecimento 2026-04-16T23:59:59-03:00 estimado']],
  ])('requests: %s', (_, mudanca, esperado) => expect(brief({ registro: { ...REGISTRO, ...mudanca } }).filter((p) => !p.startsWith('propostas'))).toEqual(esperado));

  it('a date without an offset is Brasília', () => expect(brief({ registro: { ...REGISTRO, modalidadeId: 8, encerramento: '2026-03-20T09:00:00' } })).toEqual(['propostas 2026-03-20T09:00:00-03:00 pncp']));
  it.each([null, 'amanhã'])('a record whose date is %s has no deadlines', (encerramento) => expect(brief({ registro: { ...REGISTRO, encerramento } })).toEqual([]));

  it('an analysis counts before the record, and what it does not have is not filled by the law', () => {
    expect(brief({ registro: REGISTRO, analise })).toEqual(['impugnacao 2026-03-17T17:00:00-03:00 edital', 'propostas 2026-03-20T09:00:00-03:00 edital', 'sessao 2026-03-20T09:30:00-03:00 edital']);
  });
  it('an analysis without the end of proposals takes the record\'s', () => {
    expect(brief({ registro: REGISTRO, analise: { ...analise, prazos: [PRAZOS[2]!] } })).toEqual(['propostas 2026-03-20T09:00:00-03:00 pncp', 'sessao 2026-03-20T09:30:00-03:00 edital']);
  });
  it('an analysis older than a change of dates says nothing any more', () => {
    const mudado = { ...REGISTRO, encerramento: '2026-04-08T09:00:00-03:00' };
    expect(brief({ registro: mudado, analise, datasMudadasEm: new Date('2026-03-03T00:00:00Z') })).toEqual(['impugnacao 2026-04-02T23:59:59-03:00 estimado', 'esclarecimento 2026-04-02T23:59:59-03:00 estimado', 'propostas 2026-04-08T09:00:00-03:00 pncp']);
    expect(brief({ registro: mudado, analise, datasMudadasEm: new Date('2026-03-01T00:00:00Z') })[0]).toBe('impugnacao 2026-03-17T17:00:00-03:00 edital');
  });
  it('an analysis alone counts', () => expect(brief({ analise })).toHaveLength(3));
});
