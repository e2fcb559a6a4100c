import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findLugar } from '../../src/storage/embutido/find-lugar.js';
import { Processo } from '../support/processo.js';
import { ProvedorDeTeste, until } from '../support/provedor.js';

describe('the end of the process', () => {
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-fim-'));
  // Open to the user PostgreSQL runs as under root: else its data would go to, and stay in, a folder of the system.
  chmodSync(pasta, 0o755);
  const pidFile = join(findLugar(join(pasta, 'postgres')).dados, 'postmaster.pid');
  const abertos: Processo[] = [];
  let provedor: ProvedorDeTeste;
  /** A service over the embedded database whose /health waits for a vendor that does not answer until told. */
  const start = (ambiente: Record<string, string> = {}): Processo => {
    const p = Processo.spawn({ ALICIT_DATA_DIR: pasta, OPENAI_API_KEY: 'sk-teste', OPENAI_BASE_URL: `${provedor.url}/v1`, ...ambiente });
    abertos.push(p);
    return p;
  };
  /** A zombie (nobody collected it yet) is dead. */
  const isVivo = (pid: number): boolean => {
    try {
      return process.kill(pid, 0) && !(existsSync(`/proc/${pid}/stat`) && readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z'));
    } catch {
      return false;
    }
  };
  beforeAll(async () => {
    provedor = await ProvedorDeTeste.start();
  });
  beforeEach(() => {
    provedor.defeito = 'lento';
    provedor.pedidos.length = 0;
  });
  afterEach(() => {
    for (const p of abertos.splice(0)) if (p.filho.exitCode === null) p.kill('SIGKILL');
  });
  afterAll(async () => {
    await provedor.stop();
    rmSync(pasta, { recursive: true, force: true });
  });

  it('serves until it is taken out, finishes what is in flight, and stops the embedded database last', async () => {
    const servico = start({ ALICIT_RETIRADA_S: '2' });
    const url = await servico.url();
    const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const lento = fetch(`${url}/health`);
    await until(() => provedor.pedidos.length > 0, 'o pedido lento estar em curso');
    servico.kill('SIGTERM');
    await until(async () => (await fetch(`${url}/health/ready`)).status === 503, 'a prontidão cair');
    const servido = await fetch(`${url}/v1/analises`);
    expect([servido.status, servido.headers.get('connection')]).toEqual([401, 'close']);
    expect(isVivo(postmaster)).toBe(true);
    provedor.release();
    const resposta = await lento;
    await until(() => fetch(url).then(() => false, () => true), 'a porta fechar');
    expect((await resposta.json() as { itens: object }).itens).toMatchObject({ banco: { estado: 'ok' }, openai: { estado: 'ok' } });
    expect(await servico.exit()).toBe(0);
    expect(existsSync(pidFile)).toBe(false);
    await until(() => !isVivo(postmaster), 'o PostgreSQL terminar');
  }, 60_000);

  it('waits no longer than its limit', async () => {
    const servico = start({ ALICIT_ENCERRAMENTO_S: '0' });
    const url = await servico.url();
    const lento = fetch(`${url}/health`).then((r) => r.status, () => 'cortado');
    await until(() => provedor.pedidos.length > 0, 'o pedido lento estar em curso');
    servico.kill('SIGTERM');
    expect([await servico.exit(), await lento]).toEqual([0, 'cortado']);
    expect(existsSync(pidFile)).toBe(false);
  }, 60_000);

  it('a second signal ends it at once, and the next start takes the database over', async () => {
    const servico = start();
    void fetch(`${await servico.url()}/health`).catch(() => undefined);
    await until(() => provedor.pedidos.length > 0, 'o pedido lento estar em curso');
    servico.kill('SIGTERM');
    await until(() => servico.filho.exitCode !== null || (servico.kill('SIGTERM'), servico.avisos.includes('à força')), 'o segundo sinal');
    expect(await servico.exit()).toBe(1);
    const seguinte = start({ ALICIT_ROLE: 'worker' });
    const url = await seguinte.url();
    await until(() => fetch(`${url}/health/ready`).then((r) => r.status === 200), 'o worker ficar pronto');
    expect(await (await fetch(`${url}/docs`)).json()).toMatchObject({ status: 404, codigo: 'rota_nao_encontrada', detail: expect.stringContaining('ALICIT_ROLE=worker') });
    seguinte.kill('SIGINT');
    expect([await seguinte.exit(), existsSync(pidFile)]).toEqual([0, false]);
  }, 60_000);
});

describe('a start that cannot be', () => {
  const run = async (ambiente: Record<string, string>): Promise<{ codigo: number | null; linhas: string[]; saida: string }> => {
    const p = Processo.spawn({ ALICIT_DATA_DIR: join(tmpdir(), 'alicit-nunca'), ...ambiente });
    const codigo = await p.exit();
    return { codigo, linhas: p.avisos.trim().split('\n'), saida: p.saida };
  };

  it('in production without a database says so in one line', async () => {
    const { codigo, linhas, saida } = await run({ NODE_ENV: 'production' });
    expect([codigo, saida, linhas.length]).toEqual([1, '', 1]);
    expect(linhas[0]).toMatch(/^banco_nao_escolhido: .*DATABASE_URL.*ALICIT_BANCO=embutido/);
    expect(existsSync(join(tmpdir(), 'alicit-nunca'))).toBe(false);
  });

  it.each(['postgres://alguem:Senha-Q7w8e9@127.0.0.1:1/banco', 'postgres://alguem:Senha-Q7w8e9%zz@127.0.0.1:1/banco', 'postgres://alguem:Senha-Q7w8e9@127.0.0.1:99999/banco'])('names DATABASE_URL, never what is in it: %s', async (DATABASE_URL) => {
    const { codigo, linhas, saida } = await run({ DATABASE_URL });
    expect([codigo, linhas.length]).toEqual([1, 1]);
    expect(linhas[0]).toContain('DATABASE_URL');
    expect(saida + linhas.join('')).not.toMatch(/Q7w8e9|alguem/);
  });
});
