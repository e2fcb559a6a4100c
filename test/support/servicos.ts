import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';

const schema = z.object({
  redis: z.object({ url: z.string() }),
  postgres: z.object({ url: z.string(), bin: z.string(), pasta: z.string() }),
  pgbouncer: z.object({ transacao: z.string(), sessao: z.string() }),
  prometheus: z.object({ url: z.string(), promtool: z.string(), alvos: z.string() }),
});

/** Real services on 127.0.0.1, started by `npm run services:up`. */
export interface Servicos {
  readonly redis: { readonly url: string };
  /** PostgreSQL 15: `url` is of its superuser `alicit`, to the database `postgres`; `bin` holds its programs, `pasta` its data (pg_ctl runs as who owns it). */
  readonly postgres: { readonly url: string; readonly bin: string; readonly pasta: string };
  /** pgbouncer 1.18 over that server, to the database `postgres`; another database by its name. The database `pgbouncer` is its console. */
  readonly pgbouncer: { readonly transacao: string; readonly sessao: string };
  /** Every `*.json` of the folder `alvos` (file_sd) is asked for metrics each second. */
  readonly prometheus: { readonly url: string; readonly promtool: string; readonly alvos: string };
}

/** The services of this checkout. @throws Error naming what is missing */
export function readServicos(): Servicos {
  const arquivo = join(process.cwd(), '.servicos', 'servicos.json');
  if (!existsSync(arquivo)) throw new Error('Redis, PostgreSQL 15, pgbouncer and Prometheus are not up: npm run services:up');
  const lido = schema.safeParse(JSON.parse(readFileSync(arquivo, 'utf8')));
  if (!lido.success) throw new Error(`${arquivo} lacks ${lido.error.issues.map((i) => i.path.join('.')).join(', ')}: npm run services:down && npm run services:up`);
  return lido.data;
}

/** A database of a test, directly and through each pooler. */
export interface BancoDeServico {
  readonly url: string;
  readonly transacao: string;
  readonly sessao: string;
  /** Deletes it; connections still open are cut. */
  drop(): Promise<void>;
}

/** A new, empty database of PostgreSQL 15. */
export async function createBancoDeServico(): Promise<BancoDeServico> {
  const { postgres, pgbouncer } = readServicos();
  const nome = `alicit_${randomBytes(6).toString('hex')}`;
  await admin(postgres.url, `create database ${nome} template template0 encoding 'UTF8'`);
  return {
    url: urlOf(postgres.url, nome), transacao: urlOf(pgbouncer.transacao, nome), sessao: urlOf(pgbouncer.sessao, nome),
    drop: () => admin(postgres.url, `drop database if exists ${nome} with (force)`),
  };
}

async function admin(url: string, sql: string): Promise<void> {
  const cliente = new pg.Client({ connectionString: url });
  await cliente.connect();
  try {
    await cliente.query(sql);
  } finally {
    await cliente.end();
  }
}

function urlOf(servidor: string, banco: string): string {
  const u = new URL(servidor);
  u.pathname = `/${banco}`;
  return u.href;
}
