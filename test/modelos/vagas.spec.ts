import { describe, expect, it } from '@jest/globals';
import { UmaSo } from '../../src/modelos/uma-so.js';
import { Vagas } from '../../src/modelos/vagas.js';

const VIVO = new AbortController().signal;
const turn = (): Promise<void> => new Promise((r) => setImmediate(r));

describe('places', () => {
  it('are given in order of arrival, to so many at once; who gives up leaves the line', async () => {
    const vagas = new Vagas({ concorrencia: 1, maxFila: 2 });
    const ordem: string[] = [];
    const devolver = await vagas.enter(VIVO);
    const desiste = new AbortController();
    const segundo = vagas.enter(desiste.signal).catch((e: Error) => ordem.push(e.message));
    const terceiro = vagas.enter(VIVO).then((d) => (ordem.push('terceiro'), d));
    await expect(vagas.enter(VIVO)).rejects.toMatchObject({ falha: { causa: 'fila_cheia' } });
    desiste.abort(new Error('desistiu'));
    await segundo;
    devolver();
    devolver();
    (await terceiro)();
    expect(ordem).toEqual(['desistiu', 'terceiro']);
    expect([vagas.emCurso, vagas.naFila]).toEqual([0, 0]);
    await expect(vagas.enter(desiste.signal)).rejects.toThrow('desistiu');
  });
});

describe('equal work at once', () => {
  it('is done once, for all who wait; again for who comes later', async () => {
    const so = new UmaSo<number>();
    let n = 0;
    const fazer = async (): Promise<number> => {
      await turn();
      return ++n;
    };
    expect(await Promise.all([so.run('a', undefined, fazer), so.run('a', VIVO, fazer)])).toEqual([{ valor: 1, primeira: true }, { valor: 1, primeira: false }]);
    expect(await so.run('a', VIVO, fazer)).toEqual({ valor: 2, primeira: true });
  });

  it('is stopped when the last of them gives up, and not before; a new one is not tied to it', async () => {
    const so = new UmaSo<string>();
    const [um, dois] = [new AbortController(), new AbortController()];
    let parada = false;
    const esperar = (sinal: AbortSignal): Promise<string> => new Promise((_, reject) => sinal.addEventListener('abort', () => {
      parada = true;
      reject(new Error('parada'));
    }));
    const feitas = [um, dois].map((c) => so.run('a', c.signal, esperar).catch((e: Error) => e.message));
    um.abort(new Error('um'));
    expect([await feitas[0], parada]).toEqual(['um', false]);
    dois.abort(new Error('dois'));
    expect([await feitas[1], parada]).toEqual(['dois', true]);
    expect(await so.run('a', VIVO, async () => 'nova')).toEqual({ valor: 'nova', primeira: true });
    await expect(so.run('a', um.signal, async () => 'nunca')).rejects.toThrow('um');
  });

  it('fails for all who wait', async () => {
    const so = new UmaSo<string>();
    const falhar = async (): Promise<string> => {
      await turn();
      throw new Error('falhou');
    };
    expect(await Promise.allSettled([so.run('a', VIVO, falhar), so.run('a', VIVO, falhar)])).toMatchObject([{ reason: { message: 'falhou' } }, { reason: { message: 'falhou' } }]);
  });
});
