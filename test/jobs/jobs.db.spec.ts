import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobsService } from '../../src/jobs/jobs.module.js';
import type { Fila, Servico } from '../../src/jobs/index.js';
import { startApp, type AppDeTeste } from '../support/app.js';
import { ate } from '../analises/apoio.js';

const FILA: Fila = { nome: 'teste', retryLimit: 3 };

describe('JobsService', () => {
  let app: AppDeTeste;
  let jobs: JobsService;
  const vistos: { dados: unknown; em: number }[] = [];
  let fazer: (s: Servico<object>) => Promise<void> = async () => undefined;
  beforeAll(async () => {
    app = await startApp({}, (a) => {
      jobs = a.get(JobsService);
      jobs.work<object>(FILA, { concorrencia: 2 }, async (s) => {
        vistos.push({ dados: s.dados, em: performance.now() });
        await fazer(s);
      });
    });
    await jobs.ready();
  });
  afterAll(() => app.close());
  const conta = async (n: number): Promise<number> => Number((await app.fonte.query<{ n: string }[]>(`select count(*) as n from pgboss.job where name = 'teste' and (data ->> 'n')::int = $1`, [n]))[0]!.n);

  it('a job sent in a transaction exists when it commits, and never when it does not', async () => {
    await expect(
      app.fonte.transaction(async (m) => {
        await jobs.send(m, FILA, { n: 1 });
        throw new Error('desfeita');
      }),
    ).rejects.toThrow('desfeita');
    expect(await conta(1)).toBe(0);
    await app.fonte.transaction(async (m) => {
      await jobs.send(m, FILA, { n: 2 });
      expect(await conta(2)).toBe(0);
    });
    await ate(async () => vistos, (v) => v.some((x) => (x.dados as { n: number }).n === 2));
    expect(vistos.map((x) => (x.dados as { n: number }).n)).not.toContain(1);
  });

  it('a waiting worker takes a job at once, without waiting for its polling', async () => {
    const esperas: number[] = [];
    for (let n = 10; n < 20; n++) {
      const enviado = performance.now();
      await jobs.send(null, FILA, { n });
      const visto = await ate(async () => vistos.find((x) => (x.dados as { n: number }).n === n), (x) => x !== undefined);
      esperas.push(visto!.em - enviado);
    }
    expect(esperas.sort((a, b) => a - b)[5]).toBeLessThan(500);
  });

  it('higher priority first, then the older', async () => {
    // Each of the two workers holds what it took until told: who wins a race of both says nothing of the order of the line.
    const [primeira, segunda] = [createPorta(), createPorta()];
    const taken = (): number[] => vistos.map((x) => (x.dados as { n: number }).n).filter((n) => n >= 100);
    fazer = ({ dados }) => ((dados as { n: number }).n < 102 ? primeira.aberta : segunda.aberta);
    await jobs.send(null, FILA, { n: 100 });
    await jobs.send(null, FILA, { n: 101 });
    await ate(async () => taken().length, (n) => n === 2);
    for (const [n, prioridade] of [[102, -5], [103, 0], [104, -5], [105, 0]] as const) await jobs.send(null, FILA, { n }, { prioridade });
    primeira.abre();
    expect(new Set((await ate(async () => taken(), (o) => o.length === 4)).slice(2))).toEqual(new Set([103, 105]));
    segunda.abre();
    expect(new Set((await ate(async () => taken(), (o) => o.length === 6)).slice(4))).toEqual(new Set([102, 104]));
    fazer = async () => undefined;
  });

  it('a failed job is taken again, up to its limit', async () => {
    let vezes = 0;
    fazer = async () => {
      vezes++;
      throw new Error('de propósito');
    };
    await jobs.send(null, FILA, { n: 300 });
    await ate(async () => vezes, (v) => v === 4);
    fazer = async () => undefined;
    await ate(async () => app.fonte.query<{ state: string }[]>(`select state from pgboss.job where name = 'teste' and (data ->> 'n')::int = 300`), ([j]) => j?.state === 'failed');
    expect(vezes).toBe(4);
  });
});

/** Something to wait for. */
function createPorta(): { readonly aberta: Promise<void>; abre(): void } {
  let abre = (): void => undefined;
  const aberta = new Promise<void>((r) => (abre = r));
  return { aberta, abre: () => abre() };
}
