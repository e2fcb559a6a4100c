import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { JobsService } from '../../src/jobs/jobs.module.js';
import { readAtrasos } from '../../src/jobs/atraso.js';
import type { Fila, Servico } from '../../src/jobs/index.js';
import { SaudeService } from '../../src/observacao/observacao.module.js';
import { POOL } from '../../src/storage/storage.module.js';
import { startApp, type AppDeTeste } from '../support/app.js';
import { ate } from '../analises/apoio.js';

const FILA: Fila = { nome: 'teste', retryLimit: 3 };
/** Nobody works on it. */
const PARADA: Fila = { nome: 'parada', retryLimit: 1, maxAtrasoMs: 600_000 };

describe('JobsService', () => {
  let app: AppDeTeste;
  let jobs: JobsService;
  const vistos: { dados: unknown; em: number }[] = [];
  let fazer: (s: Servico<object>) => Promise<void> = async () => undefined;
  beforeAll(async () => {
    app = await startApp({}, (a) => {
      jobs = a.get(JobsService);
      jobs.declare(PARADA);
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

  it('tells how long the oldest job waits for its turn, by one look into an index for each queue', async () => {
    const pool = app.app.get<Pool>(POOL);
    const atraso = async () => (await readAtrasos(pool, ['parada', 'teste'])).map((a) => [a.fila, Math.round(a.atrasoS / 60)]);
    await jobs.send(null, PARADA, {}, { depoisDeS: 3600 });
    expect(await atraso()).toEqual([['parada', 0], ['teste', 0]]);
    const [primeiro, segundo] = [await jobs.send(null, PARADA, {}), await jobs.send(null, PARADA, {})];
    await pool.query(`update pgboss.job set start_after = now() - interval '15 minutes' where name = 'parada' and id = $1`, [primeiro]);
    await pool.query(`update pgboss.job set start_after = now() - interval '20 minutes', state = 'retry' where name = 'parada' and id = $1`, [segundo]);
    expect(await atraso()).toEqual([['parada', 20], ['teste', 0]]);
    const fila = app.app.get(SaudeService).list().find((s) => s.indicador.nome === 'fila')!;
    expect(await fila.observe()).toMatchObject({ estado: 'degradado', erro: 'fila_atrasada', numeros: { atrasoS: expect.closeTo(1200, -2) } });
    await pool.query(`delete from pgboss.job where name = 'parada'`);
  });

  it('does not read the jobs that wait to tell how late they are', async () => {
    const cliente = await app.app.get<Pool>(POOL).connect();
    await cliente.query('begin');
    await cliente.query(`insert into pgboss.job (name, start_after) select 'parada', now() - i * interval '1 second' from generate_series(1, 5000) i`);
    await cliente.query('analyze pgboss.job');
    const asked: string[] = [];
    await readAtrasos({ query: (async (sql: string) => (asked.push(sql), { rows: [] })) as unknown as Pool['query'] }, []);
    const { rows } = await cliente.query<{ 'QUERY PLAN': string }>(`explain (analyze, timing off, summary off) ${asked[0]!}`, [['parada', 'teste']]);
    const plano = rows.map((r) => r['QUERY PLAN']).join('\n');
    expect(plano).toMatch(/Index (?:Only )?Scan using job_common_i14/);
    expect(plano).not.toMatch(/Seq Scan|Sort/);
    await cliente.query('rollback');
    cliente.release();
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

  it('a queue nobody opened is not opened by a late look at a process that closed', async () => {
    const outro = await startApp({ DATABASE_URL: app.urlBanco, ALICIT_ROLE: 'api' });
    const [servico, fila] = [outro.app.get(JobsService), outro.app.get(SaudeService).list().find((s) => s.indicador.nome === 'fila')!];
    await outro.close();
    await expect(servico.ready()).rejects.toMatchObject({ codigo: 'encerrando' });
    expect(await fila.observe()).toMatchObject({ estado: 'indisponivel', erro: 'encerrando' });
  });
});

/** Something to wait for. */
function createPorta(): { readonly aberta: Promise<void>; abre(): void } {
  let abre = (): void => undefined;
  const aberta = new Promise<void>((r) => (abre = r));
  return { aberta, abre: () => abre() };
}
