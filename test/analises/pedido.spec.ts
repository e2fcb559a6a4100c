import { describe, expect, it } from '@jest/globals';
import { formatAgora, parseAgora } from '../../src/analises/agora.js';
import { chaveAnalise, type BaseDaAnalise } from '../../src/analises/entradas.js';
import { readEspera } from '../../src/analises/prefer.js';
import { chooseForma } from '../../src/analises/relatorio.service.js';
import { parseEmpresa } from '../../src/empresas/index.js';
import { EMPRESA } from './apoio.js';

describe('Prefer: wait', () => {
  it.each([
    [undefined, 0], ['', 0], ['wait=5', 5000], ['respond-async, wait=10', 10_000], ['wait=10; respond-async', 10_000], ['WAIT = "7"', 7000], ['wait=600', 60_000], ['wait=-1', 0], ['wait=abc', 0], ['await=9', 0], [['a', 'wait=3'], 3000],
  ])('%j → %d ms', (cabecalho, ms) => expect(readEspera(cabecalho)).toBe(ms));
});

describe('Accept of a report', () => {
  it.each([
    [undefined, 'json'], ['', 'json'], ['*/*', 'json'], ['text/html', 'html'], ['text/markdown', 'md'], ['text/*', 'md'], ['application/pdf', null], ['text/html;q=0.1, text/markdown', 'md'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'], ['text/html;q=0, */*', 'json'], ['application/pdf, text/html;q=0.2', 'html'], ['TEXT/HTML', 'html'],
  ])('%j → %s', (accept, forma) => expect(chooseForma(accept)).toBe(forma));
});

describe('agora', () => {
  it.each([['2026-11-23T10:00:00-03:00', '2026-11-23T10:00:00-03:00'], ['2026-11-23T13:00:00.900Z', '2026-11-23T10:00:00-03:00'], ['2026-11-23T10:00', '2026-11-23T10:00:00-03:00'], ['2026-11-23', '2026-11-23T00:00:00-03:00']])('%s is %s', (texto, iso) => expect(formatAgora(parseAgora(texto))).toBe(iso));
  it.each(['', 'ontem', '2026-13-01', '9999-01-01', '0001-01-01'])('refuses %j', (texto) => expect(() => parseAgora(texto)).toThrow(/ISO 8601/));
});

describe('the key of an analysis', () => {
  const base: BaseDaAnalise = {
    organizacaoId: 'org_1', empresaId: 'emp_1', licitacaoId: 'lic_1', agora: null, versoes: { leitor: '1', fatos: '1', analise: '1', regras: '1', relatorio: '1', workflow: '1' },
    entradas: { empresa: parseEmpresa(JSON.parse(EMPRESA)).empresa, licitacao: null, arquivos: [{ nome: 'a.pdf', sha256: 'aa' }, { nome: 'b.pdf', sha256: 'bb' }], fatos: [], requisitos: [], classes: {} },
  };
  const { entradas } = base;

  it('is the same in any order of files', () => {
    expect(chaveAnalise({ ...base, entradas: { ...entradas, arquivos: [...entradas.arquivos].reverse() } })).toBe(chaveAnalise(base));
  });

  it.each(Object.entries<BaseDaAnalise>({
    organisation: { ...base, organizacaoId: 'org_2' }, tender: { ...base, licitacaoId: 'lic_2' }, moment: { ...base, agora: '2026-11-23T13:00:00.000Z' }, version: { ...base, versoes: { ...base.versoes, regras: '2' } },
    company: { ...base, entradas: { ...entradas, empresa: { ...entradas.empresa, descricao: 'outra' } } }, file: { ...base, entradas: { ...entradas, arquivos: entradas.arquivos.slice(1) } },
    'name of a file': { ...base, entradas: { ...entradas, arquivos: [{ nome: 'edital.pdf', sha256: 'aa' }, entradas.arquivos[1]!] } }, class: { ...base, entradas: { ...entradas, classes: { aa: 'edital' } } },
  }))('is another with another %s', (_, outra) => expect(chaveAnalise(outra)).not.toBe(chaveAnalise(base)));
});
