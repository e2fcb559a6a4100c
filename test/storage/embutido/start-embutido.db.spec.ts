import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEmbutido } from '../../../src/storage/index.js';
import { cleanUp, isPostgres, novaPasta, query, readPid, startVizinho, until } from './apoio.js';

const pastas: string[] = [];
const nova = () => {
  const pasta = novaPasta();
  pastas.push(pasta);
  return { pasta: join(pasta, 'postgres'), fsync: false };
};

afterEach(async () => cleanUp(pastas.splice(0)), 30_000);

describe('embedded PostgreSQL', () => {
  it('starts from nothing, with Portuguese letters, a kept password and a log without data', async () => {
    const opcoes = nova();
    const banco = await startEmbutido(opcoes);
    expect(banco.anexado).toBe(false);
    expect(await query(banco.url, "SELECT lower('ÁÇÃO') AS letras, current_setting('timezone') AS fuso, current_setting('listen_addresses') AS escuta")).toEqual([{ letras: 'áção', fuso: 'UTC', escuta: '127.0.0.1' }]);
    await query(banco.url, 'CREATE TABLE t (chave text PRIMARY KEY)');
    await query(banco.url, "INSERT INTO t VALUES ('segredo-do-usuario')");
    await expect(query(banco.url, "INSERT INTO t VALUES ('segredo-do-usuario')")).rejects.toMatchObject({ code: '23505' });
    const senha = readFileSync(join(opcoes.pasta, 'alicit.senha'), 'utf8');
    expect(statSync(join(opcoes.pasta, 'alicit.senha')).mode & 0o777).toBe(0o600);
    expect(banco.url).toContain(`:${senha}@127.0.0.1:`);
    const log = readFileSync(join(opcoes.pasta, 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('segredo-do-usuario');
    expect(log).not.toContain(senha);
    await expect(query(banco.url.replace(senha, 'errada'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    await banco.stop();
  });

  it('a second process joins the running server', async () => {
    const opcoes = nova();
    const banco = await startEmbutido(opcoes);
    const vizinho = await startVizinho(opcoes);
    expect(vizinho).toMatchObject({ pid: banco.pid, url: banco.url, anexado: true });
    await vizinho.stop();
    await banco.stop();
  });

  it('three processes that start at once over nothing share one server', async () => {
    const opcoes = nova();
    const vizinhos = await Promise.all([startVizinho(opcoes), startVizinho(opcoes), startVizinho(opcoes)]);
    expect(new Set(vizinhos.map((v) => v.pid)).size).toBe(1);
    expect(new Set(vizinhos.map((v) => v.url)).size).toBe(1);
    expect(vizinhos.filter((v) => !v.anexado)).toHaveLength(1);
    expect(readdirSync(opcoes.pasta).filter((n) => /init|senha\./.test(n))).toEqual([]);
    for (const v of vizinhos) await v.stop();
    await until(() => !isPostgres(vizinhos[0]!.pid));
  }, 60_000);

  it('survives kill -9 of the process that started it; the next one joins and finds the data', async () => {
    const opcoes = nova();
    const vizinho = await startVizinho(opcoes);
    await query(vizinho.url, 'CREATE TABLE t AS SELECT generate_series(1, 1000) AS n');
    await vizinho.kill();
    const banco = await startEmbutido(opcoes);
    expect(banco).toMatchObject({ pid: vizinho.pid, anexado: true });
    expect(await query(banco.url, 'SELECT count(*)::int AS n FROM t')).toEqual([{ n: 1000 }]);
    // The server takes a moment to see that the killed process is gone.
    await until(async () => (await query<{ n: number }>(banco.url, "SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'alicit presenca'"))[0]?.n === 1);
    await banco.stop();
    await until(() => !isPostgres(banco.pid));
  });

  it('only the last one to leave stops the server, and what it held is there at the next start', async () => {
    const opcoes = nova();
    const banco = await startEmbutido(opcoes);
    await query(banco.url, 'CREATE TABLE t AS SELECT 42 AS n');
    const vizinho = await startVizinho(opcoes);
    await banco.stop();
    expect(await query(vizinho.url, 'SELECT n FROM t')).toEqual([{ n: 42 }]);
    await vizinho.stop();
    // It takes its file away a moment before it ends.
    await until(() => !isPostgres(banco.pid));
    await banco.stop();
    const depois = await startEmbutido(opcoes);
    expect(depois.anexado).toBe(false);
    expect(await query(depois.url, 'SELECT n FROM t')).toEqual([{ n: 42 }]);
    await Promise.all([depois.stop(), depois.stop()]);
    await until(() => !isPostgres(depois.pid));
  });

  it('is not stopped under a client that is connected', async () => {
    const banco = await startEmbutido(nova());
    const cliente = new pg.Client({ connectionString: banco.url });
    await cliente.connect();
    await banco.stop();
    expect((await cliente.query('SELECT 1 AS um')).rows).toEqual([{ um: 1 }]);
    await cliente.end();
  });

  it('a start while the last one stops waits and gets a server that works', async () => {
    const opcoes = nova();
    let banco = await startEmbutido(opcoes);
    for (let i = 0; i < 5; i++) {
      const [, outro] = await Promise.all([banco.stop(), startEmbutido(opcoes)]);
      expect(await query(outro.url, 'SELECT 1 AS um')).toEqual([{ um: 1 }]);
      banco = outro;
    }
    await banco.stop();
  });

  it('recovers after kill -9 of the server, on the same port', async () => {
    const opcoes = nova();
    const antes = await startEmbutido({ ...opcoes, fsync: true });
    await query(antes.url, 'CREATE TABLE t AS SELECT generate_series(1, 1000) AS n');
    process.kill(antes.pid, 'SIGKILL');
    await until(() => !isPostgres(antes.pid));
    expect(readPid(opcoes.pasta)).toBe(antes.pid);
    const depois = await startEmbutido(opcoes);
    expect(depois).toMatchObject({ anexado: false, url: antes.url });
    expect(depois.pid).not.toBe(antes.pid);
    expect(await query(depois.url, 'SELECT count(*)::int AS n FROM t')).toEqual([{ n: 1000 }]);
    await antes.stop();
    expect(isPostgres(depois.pid)).toBe(true);
    await depois.stop();
  });
});
