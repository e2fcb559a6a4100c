import { describe, expect, it } from '@jest/globals';
import { Concorrencia } from '../../src/pncp/concorrencia.js';

const nunca = new AbortController().signal;
const times = (n: number, f: () => void): void => Array.from({ length: n }).forEach(f);
const codigo = (c: string): unknown => expect.objectContaining({ codigo: c });

describe('Concorrencia', () => {
  it('grows by about one a round of successes, halves on overload, and keeps within its ends', () => {
    const c = new Concorrencia({ minimo: 2, maximo: 5, maxFila: 10 });
    expect(c.limite).toBe(2);
    times(3, () => c.grow());
    expect(c.limite).toBe(3);
    times(100, () => c.grow());
    expect(c.limite).toBe(5);
    c.shrink();
    expect(c.limite).toBe(2);
    c.shrink();
    expect(c.limite).toBe(2);
  });

  it('lets in as many as the limit, in order of arrival, and a place back lets in the next', async () => {
    const c = new Concorrencia({ minimo: 2, maximo: 2, maxFila: 10 });
    const entrou: number[] = [];
    const sair: (() => void)[] = [];
    const todos = [1, 2, 3, 4].map(async (n) => {
      sair[n] = await c.enter(nunca);
      entrou.push(n);
    });
    await Promise.all(todos.slice(0, 2));
    expect([entrou, c.emCurso, c.naFila]).toEqual([[1, 2], 2, 2]);
    sair[2]!();
    sair[2]!();
    await todos[2];
    expect([entrou, c.emCurso, c.naFila]).toEqual([[1, 2, 3], 2, 1]);
    sair[1]!();
    await todos[3];
    expect(c.naFila).toBe(0);
  });

  it('refuses a queue that is full, whoever gave up, and everyone once closed', async () => {
    const c = new Concorrencia({ minimo: 1, maximo: 1, maxFila: 2 });
    await c.enter(nunca);
    const desiste = new AbortController();
    const espera = c.enter(desiste.signal);
    const outra = c.enter(nunca);
    await expect(c.enter(nunca)).rejects.toEqual(codigo('pncp_fila_cheia'));
    desiste.abort();
    await expect(espera).rejects.toEqual(codigo('pncp_cancelado'));
    expect(c.naFila).toBe(1);
    c.close();
    await expect(outra).rejects.toEqual(codigo('pncp_encerrado'));
    await expect(c.enter(nunca)).rejects.toEqual(codigo('pncp_encerrado'));
  });
});
