import { describe, expect, it } from '@jest/globals';
import { insistir } from '../../src/modelos/insistir.js';

const falha = (code: string): Error => Object.assign(new Error('x'), { code });

/** A clock that moves only by waiting. */
const relogio = () => {
  const r = { ms: 0, agora: () => r.ms, dormir: (ms: number) => Promise.resolve(void (r.ms += ms)), sorte: () => 0 };
  return r;
};
const doing = (falhas: readonly Error[]) => {
  let vezes = 0;
  return { fazer: () => { const e = falhas[vezes++]; return e ? Promise.reject(e) : Promise.resolve(); }, vezes: () => vezes };
};

describe('what was paid for is written again while the database is away', () => {
  it('until it is back', async () => {
    const { fazer, vezes } = doing(Array.from({ length: 20 }, () => falha('57P03')));
    const r = relogio();
    await insistir(fazer, r, 60_000);
    expect(vezes()).toBe(21);
    expect(r.ms).toBeLessThan(60_000);
  });

  it('and not for ever; another error is tried once more', async () => {
    const fora = doing(Array.from({ length: 1000 }, () => falha('57P03')));
    const r = relogio();
    await expect(insistir(fora.fazer, r, 10_000)).rejects.toMatchObject({ code: '57P03' });
    expect(r.ms).toBeLessThanOrEqual(10_000);
    const outro = doing(Array.from({ length: 10 }, () => falha('23505')));
    await expect(insistir(outro.fazer, relogio(), 10_000)).rejects.toMatchObject({ code: '23505' });
    expect(outro.vezes()).toBe(2);
  });
});
