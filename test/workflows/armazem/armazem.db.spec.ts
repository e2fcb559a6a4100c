import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { parseConfig } from '../../../src/config/index.js';
import { runMigrations } from '../../../src/storage/storage.module.js';
import { ArmazemLibsql } from '../../../src/workflows/armazem/libsql.js';
import { ArmazemPostgres } from '../../../src/workflows/armazem/postgres.js';
import { createBanco } from '../../support/postgres.js';
import { describeArmazem } from './contrato.js';

const migrado = () => createBanco('armazem', { nome: 'migrado', preencher: async (url) => void (await runMigrations(url, parseConfig({}, '.').banco)) });

describeArmazem("the application's PostgreSQL", async (url) => {
  const pool = new Pool({ connectionString: url, max: 4 });
  pool.on('error', () => undefined);
  const ninguem = new Pool({ connectionString: 'postgres://a:b@127.0.0.1:9/c' });
  return {
    create: () => ArmazemPostgres.ofAplicacao(pool),
    fora: () => ArmazemPostgres.ofAplicacao(ninguem),
    muda: null,
    close: async () => {
      await pool.end();
      await ninguem.end();
    },
  };
}, migrado);

describeArmazem('a LibSQL file', async () => {
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-libsql-'));
  return {
    create: () => new ArmazemLibsql(`file:${join(pasta, 'execucoes.db')}`),
    fora: () => new ArmazemLibsql(`file:${join(pasta, 'nao-existe', 'execucoes.db')}`),
    muda: null,
    close: async () => rmSync(pasta, { recursive: true, force: true }),
  };
}, migrado);
