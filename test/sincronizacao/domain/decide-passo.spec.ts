import { describe, expect, it } from '@jest/globals';
import { chavesDe } from '../../../src/sincronizacao/domain/chaves.js';
import { decidePasso, LIMITES, type EstadoLeitura } from '../../../src/sincronizacao/domain/decide-passo.js';
import { blame } from '../../../src/sincronizacao/domain/erros.js';
import { esperaDaLacuna, esperaDe } from '../../../src/sincronizacao/domain/espera.js';
import type { Observacao } from '../../../src/sincronizacao/domain/prove-completa.js';
import { isDivisivel, splitJanela } from '../../../src/sincronizacao/domain/split-janela.js';

const L = { ...LIMITES, tamanhoPagina: 10, maxRegistros: 100 };
const chaves = (pagina: number, n: number): string[] => Array.from({ length: n }, (_, i) => `p${pagina}-${i}`);
const cheia = (pagina: number, total: number, n = 10): Observacao => ({ pagina, total, totalPaginas: Math.ceil(total / 10), chaves: chaves(pagina, n), pedidaEm: new Date(0) });
const vazia = (pagina = 1): Observacao => ({ pagina, total: 0, totalPaginas: 0, chaves: [], pedidaEm: new Date(0) });
const estado = (observacoes: readonly Observacao[], outros: Partial<EstadoLeitura> = {}): EstadoLeitura => ({ observacoes, falhas: {}, esperado: null, divisivel: true, ...outros });

describe('decidePasso', () => {
  it.each<[string, EstadoLeitura, object]>([
    ['starts at page 1', estado([]), { tipo: 'pedir', pagina: 1, depois: false }],
    ['goes on where it was', estado([cheia(1, 25), cheia(2, 25)]), { tipo: 'pedir', pagina: 3 }],
    ['then from the first again', estado([cheia(1, 25), cheia(2, 25), cheia(3, 25, 5)]), { tipo: 'pedir', pagina: 1 }],
    ['a page more than there was', estado([cheia(1, 10), cheia(1, 11)]), { tipo: 'pedir', pagina: 2 }],
    ['too many: by parts', estado([cheia(1, 101)]), { tipo: 'dividir', motivo: 'janela_grande', total: 101 }],
    ['too many, and no parts: as they are', estado([cheia(1, 101)], { divisivel: false }), { tipo: 'pedir', pagina: 2 }],
    ['a page that fails waits for the others', estado([cheia(1, 25)], { falhas: { 2: 1 } }), { tipo: 'pedir', pagina: 3, depois: false }],
    ['and is asked again after them', estado([cheia(1, 25), cheia(3, 25, 5), cheia(1, 25), cheia(3, 25, 5)].concat([cheia(1, 25), cheia(3, 25, 5)]), { falhas: { 2: 1 } }), { tipo: 'pedir' }],
    ['one that always fails: by parts, once the others were read', estado([cheia(1, 25), cheia(3, 25, 5)], { falhas: { 2: 3 } }), { tipo: 'dividir', motivo: 'pagina_falha', total: 25 }],
    ['…not before', estado([cheia(1, 25)], { falhas: { 2: 3 } }), { tipo: 'pedir', pagina: 3 }],
    ['nothing but failures', estado([], { falhas: { 1: 3 } }), { tipo: 'dividir', motivo: 'pagina_falha', total: null }],
    ['one empty answer is not believed', estado([vazia()]), { tipo: 'pedir', pagina: 1, depois: true }],
    ['two are', estado([vazia(), vazia()]), { tipo: 'fechar', total: 0 }],
    ['where something was known, two are not', estado([vazia(), vazia()], { esperado: 7 }), { tipo: 'pedir', pagina: 1 }],
    ['nor after a page that had something', estado([cheia(1, 25), vazia(2), vazia()]), { tipo: 'pedir', pagina: 1, depois: true }],
    ['four are: it emptied', estado([cheia(1, 25), vazia(), vazia(), vazia(), vazia()]), { tipo: 'fechar', total: 0 }],
    ['never the same twice: unstable', estado(Array.from({ length: 12 }, (_, i) => ({ ...cheia(1 + (i % 2), 11), chaves: chaves(i, i % 2 ? 1 : 10) }))), { tipo: 'dividir', motivo: 'lista_instavel', total: 11 }],
    ['…tried longer where there are no parts', estado(Array.from({ length: 12 }, (_, i) => ({ ...cheia(1 + (i % 2), 11), chaves: chaves(i, i % 2 ? 1 : 10) })), { divisivel: false }), { tipo: 'pedir', pagina: 1 }],
  ])('%s', (_, e, passo) => {
    expect(decidePasso(e, L)).toMatchObject(passo);
  });
});

describe('splitJanela', () => {
  const alvo = { rota: 'publicacao', modalidade: 6, uf: null, de: '2026-01-01', ate: '2026-01-31' } as const;
  it('cuts days without holes or overlaps, as many parts as the total asks for', () => {
    const partes = splitJanela(alvo, 4500, 1000)!;
    expect(partes.map((p) => [p.de, p.ate])).toEqual([['2026-01-01', '2026-01-06'], ['2026-01-07', '2026-01-12'], ['2026-01-13', '2026-01-18'], ['2026-01-19', '2026-01-24'], ['2026-01-25', '2026-01-31']]);
    expect(splitJanela(alvo, null, 1000)!.map((p) => [p.de, p.ate])).toEqual([['2026-01-01', '2026-01-15'], ['2026-01-16', '2026-01-31']]);
    expect(splitJanela(alvo, 90_000, 1000)).toHaveLength(31);
  });
  it('cuts a day by states, and nothing further', () => {
    const dia = { ...alvo, ate: alvo.de };
    expect(splitJanela(dia, null, 1000)!.map((p) => p.uf).slice(0, 3)).toEqual(['AC', 'AL', 'AM']);
    expect(splitJanela(dia, null, 1000)).toHaveLength(27);
    expect([splitJanela({ ...dia, uf: 'SP' }, 9000, 1000), isDivisivel({ ...dia, uf: 'SP' }), isDivisivel({ ...alvo, uf: 'SP' }), isDivisivel({ ...alvo, uf: 'SP', rota: 'proposta' })]).toEqual([null, false, true, false]);
  });
});

describe('chavesDe, blame, waits', () => {
  it('tells records apart, also those without a number and those that come twice', () => {
    expect(chavesDe([{ numeroControlePNCP: 'a' }, { x: 1 }, { numeroControlePNCP: 'a' }, null], (r) => JSON.stringify(r))).toEqual(['a', '?{"x":1}', 'a#2', '?null']);
  });
  it.each([['pncp_limite', 0, 'geral'], ['pncp_disjuntor_aberto', 0, 'geral'], ['pncp_sem_resposta', 100, 'pagina'], ['pncp_sem_resposta', 5000, 'geral'], ['pncp_sem_resposta', null, 'geral'], ['pncp_resposta_invalida', null, 'pagina'], ['pncp_recusado', 0, 'pagina'], ['pncp_cancelado', 0, 'fim']] as const)('%s, answered %s ms ago: %s', (codigo, ha, culpa) => {
    expect(blame(codigo, ha, 1000)).toBe(culpa);
  });
  it('waits longer each time, within bounds', () => {
    expect([1, 2, 3, 50].map((n) => esperaDe(n, 1000, 60_000, 1))).toEqual([1000, 2000, 4000, 60_000]);
    expect(esperaDe(1, 1000, 60_000, 0)).toBe(500);
    expect([1, 2, 9].map((n) => esperaDaLacuna(n) / 3_600_000)).toEqual([1, 2, 24]);
  });
});
