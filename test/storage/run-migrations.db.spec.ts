import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { parseConfig } from '../../src/config/index.js';
import { MIGRATIONS } from '../../src/storage/migrations/index.js';
import { runMigrations } from '../../src/storage/storage.module.js';
import { createBanco } from '../support/postgres.js';

describe('runMigrations', () => {
  it('is not cut by the limits of a server that allows little, also when processes start at once', async () => {
    const banco = await createBanco('migracoes');
    const cliente = new pg.Client({ connectionString: banco.url });
    await cliente.connect();
    try {
      const nome = new URL(banco.url).pathname.slice(1);
      for (const limite of ['lock_timeout', 'idle_in_transaction_session_timeout']) await cliente.query(`alter database ${nome} set ${limite} = '25ms'`);
      const { banco: config } = parseConfig({}, '/x');
      await Promise.all([runMigrations(banco.url, config), runMigrations(banco.url, config)]);
      expect((await cliente.query(`select name from alicit.migracao`)).rowCount).toBe(MIGRATIONS.length);
    } finally {
      await cliente.end();
      await banco.drop();
    }
  });
});
