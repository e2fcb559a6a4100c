import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { parseConfig } from '../../src/config/index.js';
import { checkCopia, createCopia, restoreCopia, type Manifesto } from '../../src/copia/index.js';
import { migrate } from '../../src/migrar.js';
import { startEmbutido } from '../../src/storage/index.js';
import { createFileStore } from '../../src/storage/storage.module.js';
import { createBancoDeServico, type BancoDeServico } from '../support/servicos.js';

const AGORA = new Date('2026-11-30T12:00:00.000Z');
const CONTEUDO = Buffer.from('o conteúdo de um edital');

/**
 * The embedded database (18) into a PostgreSQL 15 behind a pooler in transaction mode, and from there into a new embedded one:
 * what arrives is what left.
 */
describe('backup and restore over real servers', () => {
  let pasta = '';
  let banco: BancoDeServico;
  beforeAll(async () => {
    pasta = mkdtempSync(join(tmpdir(), 'alicit-copia-'));
    // Open to the user PostgreSQL runs as under root.
    chmodSync(pasta, 0o755);
    banco = await createBancoDeServico();
  });
  afterAll(async () => {
    await banco.drop();
    rmSync(pasta, { recursive: true, force: true });
  });

  const storeDe = (nome: string) => createFileStore(parseConfig({ ALICIT_DATA_DIR: join(pasta, nome) }, '/'));
  const query = async (url: string, sql: string, valores: unknown[] = []): Promise<unknown[]> => {
    const c = new pg.Client({ connectionString: url });
    await c.connect();
    return c.query(sql, valores).then((r) => r.rows as unknown[]).finally(() => c.end());
  };
  const copy = async (url: string, nome: string, store: Awaited<ReturnType<typeof storeDe>>): Promise<Manifesto> => {
    const destino = join(pasta, `${nome}.zip`);
    const { faltam } = await createCopia({ url, destino, store, versao: '1', agora: AGORA });
    expect(faltam).toEqual([]);
    return checkCopia(destino);
  };

  it('embedded → PostgreSQL 15 through the pooler → embedded', async () => {
    const config = parseConfig({}, '/');
    const um = await storeDe('um');
    const primeiro = await startEmbutido({ pasta: join(pasta, 'um', 'postgres'), fsync: false });
    await migrate(primeiro.url, config);
    const { sha256, bytes } = await um.put(Readable.from([CONTEUDO]), { maxBytes: 1e6 });
    await query(primeiro.url, `insert into alicit.arquivo (sha256, bytes) values ($1, $2)`, [sha256, bytes]);
    await query(primeiro.url, `insert into alicit.organizacao (id, nome) select 'org_' || n, repeat('ção \\ ', n) from generate_series(1, 3000) n`);
    await query(primeiro.url, `insert into alicit.empresa (id, organizacao_id, cnpj, perfil) select 'emp_' || n, 'org_' || n, n::text, jsonb_build_object('n', n / 7.0, 'texto', E'a\\nb\\t"') from generate_series(1, 3000) n`);
    const dela = await copy(primeiro.url, 'um', um);
    await primeiro.stop();
    rmSync(join(pasta, 'um', 'postgres'), { recursive: true });

    const pooler = { ...config.banco, pooler: true };
    const dois = await storeDe('dois');
    const restaurada = await restoreCopia({ url: banco.transacao, banco: pooler, origem: join(pasta, 'um.zip'), store: dois, substituir: null });
    expect(restaurada).toMatchObject({ manifesto: dela, apagados: 0 });
    expect(await buffer(await dois.read(sha256))).toEqual(CONTEUDO);
    const doPooler = await copy(banco.transacao, 'dois', dois);
    expect([dela.postgres, doPooler.postgres].map((v) => v.split('.')[0])).toEqual(['18', '15']);
    expect({ ...doPooler, postgres: '' }).toEqual({ ...dela, postgres: '' });
    await expect(restoreCopia({ url: banco.transacao, banco: pooler, origem: join(pasta, 'um.zip'), store: dois, substituir: null })).rejects.toMatchObject({ codigo: 'banco_com_dados' });

    const tres = await storeDe('tres');
    const segundo = await startEmbutido({ pasta: join(pasta, 'tres', 'postgres'), fsync: false });
    try {
      await restoreCopia({ url: segundo.url, banco: config.banco, origem: join(pasta, 'dois.zip'), store: tres, substituir: null });
      expect(await migrate(segundo.url, config)).toEqual([expect.stringMatching(/fila/)]);
      expect((await copy(segundo.url, 'tres', tres)).tabelas).toEqual(dela.tabelas);
      expect(await query(segundo.url, `select nome from alicit.organizacao where id = 'org_3'`)).toEqual([{ nome: 'ção \\ ção \\ ção \\ ' }]);
    } finally {
      await segundo.stop();
    }
  });
});
