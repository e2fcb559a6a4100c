import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { MIGRATIONS } from '../../src/storage/migrations/index.js';
import { Processo } from '../support/processo.js';
import { ambienteDoPrograma } from '../support/programa.js';
import { until } from '../support/provedor.js';
import { createBancoDeServico, type BancoDeServico } from '../support/servicos.js';

const pasta = mkdtempSync(join(tmpdir(), 'alicit-inicio-'));
const abertos: Processo[] = [];
const start = (ambiente: Record<string, string>): Processo => {
  const p = Processo.spawn({ ALICIT_DATA_DIR: pasta, ALICIT_OFICINA_THREADS: '1', ALICIT_THREADS: '0', ALICIT_PNCP: 'desligado', ALICIT_ROLE: 'api', ...ambiente });
  abertos.push(p);
  return p;
};
afterEach(async () => {
  await Promise.all(abertos.splice(0).map((p) => (p.kill('SIGTERM'), p.exit())));
});
afterAll(() => rmSync(pasta, { recursive: true, force: true }));

const freePort = async (): Promise<number> => {
  const servidor = createServer().listen(0, '127.0.0.1');
  await once(servidor, 'listening');
  const { port } = servidor.address() as { port: number };
  servidor.close();
  return port;
};

async function alicit(argumentos: readonly string[], ambiente: Record<string, string>): Promise<{ codigo: number | null; saida: string; avisos: string }> {
  const filho = spawn(process.execPath, [join(process.cwd(), 'dist', 'cli.js'), ...argumentos], { env: ambienteDoPrograma({ ALICIT_DATA_DIR: pasta, ...ambiente }) });
  const lido = { saida: '', avisos: '' };
  filho.stdout.on('data', (d: Buffer) => (lido.saida += d.toString()));
  filho.stderr.on('data', (d: Buffer) => (lido.avisos += d.toString()));
  const [codigo] = (await once(filho, 'close')) as [number | null];
  return { codigo, ...lido };
}

describe('the start over a real PostgreSQL', () => {
  let banco: BancoDeServico;
  let nome: string;
  beforeEach(async () => {
    banco = await createBancoDeServico();
    nome = new URL(banco.url).pathname.slice(1);
  });
  afterEach(() => banco.drop());
  const query = async (sql: string): Promise<readonly Record<string, unknown>[]> => {
    const cliente = new pg.Client({ connectionString: banco.url });
    await cliente.connect();
    try {
      return (await cliente.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await cliente.end();
    }
  };

  it('a pooler that nobody told of is named, with what to set', async () => {
    const p = start({ DATABASE_URL: banco.transacao });
    expect(await p.exit()).toBe(1);
    expect(p.avisos).toMatch(/^banco_recusa_ajustes: .*ALICIT_BANCO_POOLER=1/m);
    expect(p.avisos).not.toContain(new URL(banco.url).password);
  });

  it('connections: refuses what cannot fit, warns of what may not, says nothing when all fit', async () => {
    await query(`alter database ${nome} connection limit 9`);
    const impossivel = start({ DATABASE_URL: banco.url });
    expect(await impossivel.exit()).toBe(1);
    expect(impossivel.avisos).toMatch(/^conexoes_insuficientes: .*até 14 conexões.*oferece 9 .*ALICIT_BANCO_CONEXOES=5/m);

    await query(`alter database ${nome} connection limit 30`);
    const apertado = start({ DATABASE_URL: banco.url, ALICIT_PROCESSOS: '3', ALICIT_LOG: 'info' });
    await apertado.url();
    expect(apertado.avisos).toMatch(/^Atenção: 3 processos abrem até 42 conexões \(14 cada\), e o banco oferece 30 .*ALICIT_BANCO_CONEXOES=6/m);
    expect(apertado.saida).toContain('3 processos abrem até 42');

    // One alive, told as one: this makes two, and they fit.
    const cabe = start({ DATABASE_URL: banco.url });
    await cabe.url();
    expect(cabe.avisos).not.toContain('Atenção');
    // Two alive, and a third that was told of one: no longer.
    const terceiro = start({ DATABASE_URL: banco.url });
    await terceiro.url();
    expect(terceiro.avisos).toContain('Atenção: 3 processos abrem até 42');
  });

  it('behind a pooler a limit of time is the role\'s, and its absence is told; so are the connections that cannot be counted', async () => {
    const comum = { DATABASE_URL: banco.transacao, ALICIT_BANCO_POOLER: '1', ALICIT_LOG: 'info' };
    const sem = start(comum);
    await sem.url();
    expect(sem.avisos).toMatch(/^Atenção: O banco não tem limite de tempo.*alter role PAPEL set statement_timeout = '30s'/m);
    expect(sem.saida).toContain('max_client_conn');

    await query(`alter database ${nome} set statement_timeout = '7s'`);
    await query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`);
    const com = start(comum);
    await com.url();
    expect(com.avisos).not.toContain('Atenção');
  });

  it('with ALICIT_MIGRAR=comando lives and waits, and is ready after alicit migrar, through the pooler', async () => {
    const porta = String(await freePort());
    const comum = { DATABASE_URL: banco.transacao, ALICIT_BANCO_POOLER: '1' };
    start({ ...comum, ALICIT_MIGRAR: 'comando', PORT: porta });
    const get = async (rota: string): Promise<{ status: number; corpo: Record<string, unknown> } | null> => {
      const r = await fetch(`http://127.0.0.1:${porta}${rota}`).catch(() => null);
      return r && { status: r.status, corpo: (await r.json()) as Record<string, unknown> };
    };
    await until(async () => (await get('/health/live')) !== null, 'responder que vive', 30_000);
    expect(await get('/health/live')).toMatchObject({ status: 200, corpo: { estado: 'ok' } });
    expect(await get('/health/ready')).toMatchObject({ status: 503, corpo: { estado: 'iniciando', codigo: 'iniciando', papel: 'api' } });
    expect(await get('/v1/analises')).toMatchObject({ status: 503, corpo: { codigo: 'iniciando' } });
    expect(await query(`select to_regclass('alicit.migracao') as tabela`)).toEqual([{ tabela: null }]);

    // A command that needs the schema does not make it either: it says which does.
    expect(await alicit(['organizacao', 'listar'], { ...comum, ALICIT_MIGRAR: 'comando' })).toMatchObject({ codigo: 1, avisos: expect.stringMatching(/^esquema_desatualizado: .*alicit migrar/) });

    const feito = await alicit(['migrar'], comum);
    expect(feito).toMatchObject({ codigo: 0, avisos: '' });
    expect(feito.saida.trim().split('\n')).toHaveLength(MIGRATIONS.length + 1);
    await until(async () => (await get('/health/ready'))?.status === 200, 'ficar pronto', 30_000);
    expect(await alicit(['migrar'], comum)).toMatchObject({ codigo: 0, saida: expect.stringContaining('Nada a migrar') });
    expect(await alicit(['migrar'], { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' })).toMatchObject({ codigo: 1, avisos: expect.stringContaining('banco_indisponivel') });
  });
});
