import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { MIGRATIONS } from '../../src/storage/migrations/index.js';
import { ate } from '../analises/apoio.js';
import { createBanco } from '../support/postgres.js';
import { ATUAL, ProcessoDe } from '../support/versoes.js';

const PAPEIS = ['api', 'api', 'api', 'worker', 'worker', 'worker'] as const;

describe('any number of processes over one database', () => {
  const fins: (() => unknown)[] = [];
  afterEach(async () => {
    for (const fim of fins.splice(0).reverse()) await fim();
  });

  it('six start at once over an empty one: it is migrated once, has one first organisation, and what is scheduled happens once each time', async () => {
    const banco = await createBanco('muitos');
    fins.push(() => banco.drop());
    const sql = new pg.Pool({ connectionString: banco.url, max: 1 });
    fins.push(() => sql.end());
    const dados = mkdtempSync(join(tmpdir(), 'alicit-muitos-'));
    fins.push(() => rmSync(dados, { recursive: true, force: true }));
    const processos = PAPEIS.map((papel) => new ProcessoDe(ATUAL, { DATABASE_URL: banco.url, ALICIT_DATA_DIR: dados, ALICIT_ROLE: papel, ALICIT_BANCO_CONEXOES: '5', ALICIT_PROCESSOS: '6' }));
    fins.push(() => Promise.all(processos.map((p) => p.end('SIGKILL'))));
    await Promise.all(processos.map((p) => p.url()));
    const rows = async (texto: string): Promise<unknown[]> => (await sql.query(texto)).rows as unknown[];
    expect(await rows('select name, count(*)::int as n from alicit.migracao group by name having count(*) > 1')).toEqual([]);
    expect(await rows('select 1 from alicit.migracao')).toHaveLength(MIGRATIONS.length);
    expect(await rows('select 1 from alicit.organizacao')).toHaveLength(1);
    expect(processos.filter((p) => /alicit_[\w-]{20,}/.test(p.dito))).toHaveLength(1);
    // Two turns of what happens each minute: pg-boss decides which of the three workers asks for it.
    const vezes = `select name, date_trunc('minute', created_on) as minuto, count(*)::int as n from pgboss.job where name in (select name from pgboss.schedule where cron = '* * * * *') group by 1, 2`;
    await ate(() => rows(`select distinct minuto from (${vezes}) v`), (minutos) => minutos.length >= 2, 150_000);
    expect(await rows(`select * from (${vezes}) v where n > 1`)).toEqual([]);
    await Promise.all(processos.map((p) => p.end('SIGTERM')));
    for (const p of processos) expect(p.dito).not.toMatch(/"level":(?:50|60)/);
    expect(await rows(`select application_name from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`)).toEqual([]);
  }, 240_000);
});
