import { describe, expect, it } from '@jest/globals';
import { umPorVez } from '../../../src/editais/leituras/um-por-vez.js';

interface Adiada<T> {
  readonly promessa: Promise<T>;
  readonly resolve: (v: T) => void;
  readonly reject: (e: Error) => void;
}
function adiar<T>(): Adiada<T> {
  let resolve!: (v: T) => void;
  let reject!: (e: Error) => void;
  const promessa = new Promise<T>((a, b) => ((resolve = a), (reject = b)));
  return { promessa, resolve, reject };
}
const nunca = new AbortController().signal;

describe('umPorVez', () => {
  it('who comes meanwhile waits, then looks again by itself', async () => {
    const primeira = adiar<string>();
    const ordem: string[] = [];
    const a = umPorVez('x', nunca, () => (ordem.push('a'), primeira.promessa));
    const b = umPorVez('x', nunca, async () => (ordem.push('b'), 'b'));
    const outra = await umPorVez('y', nunca, async () => 'y');
    expect([outra, ordem]).toEqual(['y', ['a']]);
    primeira.resolve('a');
    expect(await Promise.all([a, b])).toEqual(['a', 'b']);
  });

  it("another's failure is not one's own", async () => {
    const primeira = adiar<string>();
    const a = umPorVez('x', nunca, () => primeira.promessa);
    const b = umPorVez('x', nunca, async () => 'b');
    primeira.reject(new Error('falhou'));
    await expect(a).rejects.toThrow('falhou');
    expect(await b).toBe('b');
  });

  it('who gives up stops waiting', async () => {
    const primeira = adiar<string>();
    const a = umPorVez('x', nunca, () => primeira.promessa);
    const desiste = new AbortController();
    const b = umPorVez('x', desiste.signal, async () => 'b');
    desiste.abort(new Error('cancelada'));
    await expect(b).rejects.toThrow('cancelada');
    primeira.resolve('a');
    expect(await a).toBe('a');
  });
});
