import { writeFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createBancoDeServico, readServicos, type BancoDeServico } from '../support/servicos.js';

/** The services are what the tests over them believe: versions, modes, and what each refuses. */
describe('services of the tests', () => {
  let banco: BancoDeServico;
  const { postgres, pgbouncer, prometheus } = readServicos();
  beforeAll(async () => void (banco = await createBancoDeServico()));
  afterAll(() => banco.drop());

  const ask = async (url: string, sql: string, opcoes: pg.ClientConfig = {}): Promise<unknown> => {
    const cliente = new pg.Client({ connectionString: url, ...opcoes });
    await cliente.connect();
    try {
      return Object.values((await cliente.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];
    } finally {
      await cliente.end();
    }
  };

  it('PostgreSQL is 15, with passwords in scram', async () => {
    expect(await ask(postgres.url, 'show server_version')).toMatch(/^15\./);
    expect(await ask(postgres.url, 'show password_encryption')).toBe('scram-sha-256');
    await expect(ask(postgres.url.replace(/:[^:@]+@/, ':errada@'), 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it.each(['transacao', 'sessao'] as const)('the pooler in mode %s is pgbouncer 1.18, reaches a new database, and refuses statement_timeout at the start', async (modo) => {
    const console_ = new URL(pgbouncer[modo]);
    console_.pathname = '/pgbouncer';
    expect(await ask(console_.href, 'show version')).toMatch(/^PgBouncer 1\.18\./);
    expect(await ask(banco[modo], 'select current_database()')).toBe(new URL(banco.url).pathname.slice(1));
    await expect(ask(banco[modo], 'select 1', { statement_timeout: 1000 })).rejects.toThrow('unsupported startup parameter: statement_timeout');
  });

  it('a role made later may enter through the pooler', async () => {
    const papel = `papel_${new URL(banco.url).pathname.slice(1)}`;
    await ask(banco.url, `create role ${papel} login password 'segredo'`);
    const dele = new URL(banco.transacao);
    dele.username = papel;
    dele.password = 'segredo';
    expect(await ask(dele.href, 'select current_user')).toBe(papel);
    await ask(banco.url, `drop role ${papel}`);
  });

  // Prometheus looks at what it found every five seconds.
  it('Prometheus finds a target written in its folder', async () => {
    const arquivo = join(prometheus.alvos, 'ele-mesmo.json');
    writeFileSync(arquivo, JSON.stringify([{ targets: [new URL(prometheus.url).host], labels: { alvo: 'ele_mesmo' } }]));
    try {
      let valor: unknown;
      for (const limite = Date.now() + 20_000; valor !== '1' && Date.now() < limite; await sleep(200)) {
        const r = (await (await fetch(`${prometheus.url}/api/v1/query?query=up{alvo="ele_mesmo"}`)).json()) as { data: { result: { value: [number, string] }[] } };
        valor = r.data.result[0]?.value[1];
      }
      expect(valor).toBe('1');
    } finally {
      rmSync(arquivo);
    }
    expect(spawnSync(prometheus.promtool, ['--version'], { encoding: 'utf8' }).status).toBe(0);
  });
});
