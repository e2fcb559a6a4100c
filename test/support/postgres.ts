import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import pg from 'pg';
import { startEmbutido } from '../../src/storage/index.js';

/** How the databases of a group of tests are born: made once per Jest run, then copied. */
export interface Modelo {
  readonly nome: string;
  /** Runs once per run over the empty template (migrations, seeds); must close its connections. */
  preencher(url: string): Promise<unknown>;
}

/** A database of one test file. */
export interface BancoDeTeste {
  readonly url: string;
  /** Deletes it; connections still open are cut. */
  drop(): Promise<void>;
}

const VAZIO: Modelo = { nome: 'vazio', preencher: () => Promise.resolve() };
const TRAVA = 4_216_847_302;

/**
 * A superuser's URL of the run's PostgreSQL, the same for all test files: the server of `ALICIT_TESTE_DATABASE_URL`
 * or an embedded one (fsync off) that the first to ask starts and Jest's teardown stops.
 */
export async function startCluster(): Promise<string> {
  if (process.env.ALICIT_TESTE_DATABASE_URL) return process.env.ALICIT_TESTE_DATABASE_URL;
  const banco = await startEmbutido({ pasta: join(rodada(), 'postgres'), fsync: false, banco: 'postgres', maxConexoes: 100 });
  await banco.detach();
  return banco.url;
}

/** A new database, a copy of the model (empty by default), for one test file. */
export async function createBanco(nome = 'teste', modelo: Modelo = VAZIO): Promise<BancoDeTeste> {
  const url = await startCluster();
  const novo = nameOf(`${nome}_${randomBytes(4).toString('hex')}`);
  await withAdmin(url, async (admin) => {
    await ensureModelo(admin, url, modelo);
    await admin.query(`CREATE DATABASE ${novo} TEMPLATE ${nameOf(`modelo_${modelo.nome}`)}`);
  });
  return { url: urlOf(url, novo), drop: () => withAdmin(url, async (admin) => void (await admin.query(`DROP DATABASE IF EXISTS ${novo} WITH (FORCE)`))) };
}

/** Fills the template under another name and renames it: it exists complete or not at all. */
async function ensureModelo(admin: pg.Client, url: string, { nome, preencher }: Modelo): Promise<void> {
  const pronto = nameOf(`modelo_${nome}`);
  const fazendo = nameOf(`fazendo_${nome}`);
  await admin.query('SELECT pg_advisory_lock($1)', [TRAVA]);
  try {
    if ((await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [pronto])).rowCount) return;
    await admin.query(`DROP DATABASE IF EXISTS ${fazendo} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${fazendo} TEMPLATE template0 ENCODING 'UTF8'`);
    await preencher(urlOf(url, fazendo));
    // Connections just closed may still be there; PostgreSQL waits for them up to 5 s.
    await admin.query(`ALTER DATABASE ${fazendo} RENAME TO ${pronto}`);
  } finally {
    await admin.query('SELECT pg_advisory_unlock($1)', [TRAVA]);
  }
}

async function withAdmin<T>(url: string, usar: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    return await usar(admin);
  } finally {
    await admin.end();
  }
}

function rodada(): string {
  const pasta = process.env.ALICIT_TESTE_PASTA;
  if (!pasta) throw new Error('test/support/sobe-postgres.mjs did not run (Jest globalSetup)');
  return pasta;
}

/** Names start with the run's, so that teardown finds what is left on a server that is not ours. Safe unquoted. */
const nameOf = (nome: string): string => `${basename(rodada())}_${nome}`.replace(/[^A-Za-z0-9]/g, '_').toLowerCase().slice(0, 63);

function urlOf(servidor: string, banco: string): string {
  const u = new URL(servidor);
  u.pathname = `/${banco}`;
  return u.href;
}
