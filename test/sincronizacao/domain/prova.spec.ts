import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decidePasso, LIMITES, type Limites } from '../../../src/sincronizacao/domain/decide-passo.js';
import { isVazia, proveCompleta, type Observacao } from '../../../src/sincronizacao/domain/prove-completa.js';
import { createSorte, ServidorQueMuda, type Movimento } from './servidor-que-muda.js';

const PASSOS = 600;

/** Reads one window of a moving server to the end, forgetting everything but what is kept, as a process that dies at each step would. */
function read(m: Movimento, semente: number): { fim: ReturnType<typeof decidePasso>; observacoes: readonly Observacao[]; servidor: ServidorQueMuda } {
  const servidor = new ServidorQueMuda(m, createSorte(semente));
  const limites: Limites = { ...LIMITES, tamanhoPagina: m.tamanhoPagina };
  let observacoes: readonly Observacao[] = [];
  let falhas: Record<string, number> = {};
  for (let i = 0; i < PASSOS; i++) {
    const passo = decidePasso({ observacoes, falhas, esperado: null, divisivel: true }, limites);
    if (passo.tipo !== 'pedir') return { fim: passo, observacoes, servidor };
    const o = servidor.ask(passo.pagina);
    if (o === null || (isVazia(o) && passo.pagina > 1)) falhas = { ...falhas, [passo.pagina]: (falhas[passo.pagina] ?? 0) + 1 };
    else falhas = Object.fromEntries(Object.entries(falhas).filter(([p]) => Number(p) !== passo.pagina));
    if (o) observacoes = [...observacoes, o];
  }
  throw new Error(`nothing decided in ${PASSOS} steps`);
}

const chance = (max: number) => fc.integer({ min: 0, max: 1000 }).map((n) => (n / 1000) * max);
const movimentos = fc.record({ inicial: fc.nat(60), tamanhoPagina: fc.integer({ min: 5, max: 20 }), entra: chance(0.3), sai: chance(0.3), embaralha: chance(0.5), falha: chance(0.3), vazia: chance(0.2), mente: chance(0.2) });

describe('when a window may close', () => {
  it('never with a record missing that was there: over servers that move, fail, forget and lie', () => {
    let fechadas = 0;
    fc.assert(
      fc.property(movimentos, fc.integer(), (m, semente) => {
        const { fim, observacoes, servidor } = read(m, semente);
        if (fim.tipo !== 'fechar') return;
        fechadas++;
        const vistos = new Set(observacoes.flatMap((o) => o.chaves));
        // All that the list was at that moment or at the next answer, one of which told its total right (that it was empty is known of one of a few)…
        const seguinte = observacoes.find((o) => o.pedidaEm > fim.em && !isVazia(o)) ?? { pedidaEm: fim.em };
        const faltam = [fim.em, seguinte.pedidaEm].map((em) => servidor.retratos[em.getTime()]!.filter((r) => !vistos.has(r)));
        if (fim.total > 0) expect(faltam).toContainEqual([]);
        // …and so all that was on it during the whole reading.
        const sempre = servidor.retratos[0]!.filter((r) => servidor.retratos.every((retrato) => retrato.includes(r)));
        expect(sempre.filter((r) => !vistos.has(r))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
    expect(fechadas).toBeGreaterThan(200);
  });

  it('always, in two passes or less, when nothing moves and nothing fails', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 10, max: 50 }), fc.integer(), (inicial, tamanhoPagina, semente) => {
        const { fim, observacoes } = read({ inicial, tamanhoPagina, entra: 0, sai: 0, embaralha: 0, falha: 0, vazia: 0, mente: 0 }, semente);
        expect(fim).toMatchObject({ tipo: 'fechar', total: inicial });
        expect(observacoes.length).toBeLessThanOrEqual(inicial < tamanhoPagina ? 1 : 2 * Math.ceil(inicial / tamanhoPagina));
      }),
      { numRuns: 200 },
    );
  });
});

describe('proveCompleta', () => {
  const obs = (pagina: number, total: number, chaves: string, em: number): Observacao => ({ pagina, total, totalPaginas: Math.ceil(total / 2), chaves: [...chaves], pedidaEm: new Date(em) });
  it.each<[string, readonly Observacao[], number | null]>([
    ['a page that is not full, alone', [obs(1, 1, 'a', 0)], 0],
    ['a full page needs another', [obs(1, 2, 'ab', 0)], null],
    ['a full page, twice', [obs(1, 2, 'ab', 0), obs(1, 2, 'ab', 1)], 0],
    ['one pass of two pages: c may be hidden by a swap', [obs(1, 4, 'ab', 0), obs(2, 4, 'de', 1)], null],
    ['a swap while reading, found by the second pass', [obs(1, 4, 'ab', 0), obs(2, 4, 'de', 1), obs(1, 4, 'bc', 2), obs(2, 4, 'de', 3)], null],
    ['…and whole with the third', [obs(1, 4, 'ab', 0), obs(2, 4, 'de', 1), obs(1, 4, 'bc', 2), obs(2, 4, 'de', 3), obs(1, 4, 'bc', 4)], 2],
    ['two passes that agree', [obs(1, 3, 'ab', 0), obs(2, 3, 'c', 1), obs(1, 3, 'ab', 2), obs(2, 3, 'c', 3)], 1],
    ['pages cut in another order', [obs(1, 3, 'ab', 0), obs(2, 3, 'c', 1), obs(1, 3, 'cb', 2), obs(2, 3, 'a', 3)], 1],
    ['a total told wrong proves nothing', [obs(1, 2, 'ab', 0), obs(1, 3, 'ab', 1)], null],
    ['an empty answer says nothing', [obs(1, 2, 'ab', 0), { ...obs(1, 0, '', 1), totalPaginas: 0 }], null],
  ])('%s', (_, observacoes, em) => {
    expect(proveCompleta(observacoes, 2)?.em.getTime() ?? null).toBe(em);
  });
});
