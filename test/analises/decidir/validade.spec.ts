import { describe, expect, it } from '@jest/globals';
import { isAnaliseValida } from '../../../src/analises/index.js';
import { toMillis } from '../../../src/kernel/index.js';
import { AGORA, decideCom, MATRIZ, requisito, type Mudancas } from '../../support/entrada-decisao.js';

const crf = (validade: string) => [...MATRIZ, requisito('crf', 'fiscal', { titulo: 'CRF do FGTS', validade, documentoEmpresa: 'CRF do FGTS' })];

const CASOS: readonly [string, Mudancas, string | null | undefined, string, RegExp][] = [
  ['the next deadline', {}, undefined, '2026-11-18T23:59:59-03:00', /Impugnação/],
  ['a certidão that expires first', { habilitacao: crf('2026-11-12') }, undefined, '2026-11-13T00:00:00-03:00', /Vence em 12\/11\/2026: CRF/],
  ['valid through its last day', { habilitacao: crf('2026-11-09') }, undefined, '2026-11-10T00:00:00-03:00', /Vence em 09\/11\/2026/],
  ['one that has expired already says nothing', { habilitacao: crf('2026-11-08') }, undefined, '2026-11-18T23:59:59-03:00', /Impugnação/],
  ['a document the matrix does not use', { empresa: { documentos: [{ tipo: 'cndt', validade: '2026-11-10' }] } }, undefined, '2026-11-11T00:00:00-03:00', /cndt/],
  ['a sanction that ends', { empresa: { sancoes: [{ tipo: 'impedimento', enteSancionador: 'Y', esfera: 'federal', inicio: '2026-01-01', fim: '2026-11-11' }] } }, undefined, '2026-11-12T00:00:00-03:00', /Termina a sanção aplicada por Y/],
  ['the last day to begin the longest chain', { empresa: { diasParaProposta: 9 } }, undefined, '2026-11-11T00:00:00-03:00', /último dia para começar/],
  ['the rules of next year', {}, '2026-11-06T09:00:00-03:00', '2027-01-01T00:00:00-03:00', /art\. 182/],
  ['no date but the turn of the year', { licitacao: { encerramentoPropostas: null } }, null, '2027-01-01T00:00:00-03:00', /01\/01\/2027/],
];

describe('until when a judgement holds', () => {
  for (const [nome, m, sessao, ate, motivo] of CASOS)
    it(nome, () => {
      const r = decideCom(m, sessao);
      expect(r.valido_ate).toBe(ate);
      expect(r.validoAteMotivo).toMatch(motivo);
    });

  it('is strictly after now, even when now is a deadline', () => {
    const agora = '2026-11-18T23:59:59-03:00';
    expect(toMillis(decideCom({ agora }).valido_ate!)).toBeGreaterThan(toMillis(agora));
  });

  const a = { agora: AGORA, valido_ate: '2026-11-18T23:59:59-03:00' };
  it.each([
    ['2026-11-09T10:00:00-03:00', true], ['2026-11-18T23:59:58-03:00', true], ['2026-11-19T02:59:58Z', true], ['2026-11-18T23:59:59-03:00', false],
    ['2026-11-09T09:59:59-03:00', false], ['2027-05-01T00:00:00-03:00', false],
  ])('at %s: %s', (agora, valida) => {
    expect(isAnaliseValida(a, agora)).toBe(valida);
  });
  it('one without an end is never reused', () => {
    expect(isAnaliseValida({ ...a, valido_ate: null }, AGORA)).toBe(false);
  });
});
