import { describe, expect, it } from '@jest/globals';
import { mapLimit } from '../../../src/editais/leituras/map-limit.js';

describe('mapLimit', () => {
  it('keeps the order and never does more at once', async () => {
    let emCurso = 0;
    let pico = 0;
    const dobro = await mapLimit([5, 1, 4, 2, 3], 2, async (n) => {
      pico = Math.max(pico, ++emCurso);
      for (let i = 0; i < n; i++) await Promise.resolve();
      emCurso--;
      return n * 2;
    });
    expect([dobro, pico]).toEqual([[10, 2, 8, 4, 6], 2]);
    expect(await mapLimit([], 3, async (x) => x)).toEqual([]);
  });

  it('starts nothing after a failure, and waits for what runs', async () => {
    const comecados: number[] = [];
    const terminados: number[] = [];
    const feito = mapLimit([1, 2, 3, 4], 2, async (n) => {
      comecados.push(n);
      if (n === 1) throw new Error('falhou');
      for (let i = 0; i < 20; i++) await Promise.resolve();
      terminados.push(n);
    });
    await expect(feito).rejects.toThrow('falhou');
    expect([comecados, terminados]).toEqual([[1, 2], [2]]);
  });
});
