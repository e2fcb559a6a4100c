import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { PgvectorVectors } from '../../src/vetores/pgvector-vectors.js';
import { toBancoPg, type BancoPg } from '../../src/vetores/pgvector/consulta.js';
import { openBase, type BaseDeVetores } from './banco.js';
import { contratoDeLoja } from './contrato.js';
import { createSorteio, forcaBruta, sortearVetor, sortearVetores } from './sortear.js';

/** Real pgvector, compiled to WASM. */
async function openPglite(): Promise<BancoPg & { close(): Promise<void> }> {
  const db = await PGlite.create({ extensions: { vector } });
  await db.exec('create schema alicit');
  return {
    query: async <L>(sql: string, valores: readonly unknown[] = []) => (await db.query<L>(sql, [...valores])).rows,
    transaction: (fazer) => db.transaction((t) => fazer({ query: async <L>(sql: string, valores: readonly unknown[] = []) => (await t.query<L>(sql, [...valores])).rows })),
    close: () => db.close(),
  };
}

/** The server of `DATABASE_URL_PGVECTOR`, which has the extension, in a schema `alicit` of its own. */
async function openServidor(url: string): Promise<BancoPg & { close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  await pool.query('create schema if not exists alicit');
  const rowsOf = async <L>(c: pg.Pool | pg.PoolClient, sql: string, valores: readonly unknown[] = []) => (await c.query(sql, [...valores])).rows as L[];
  return {
    query: (sql, valores) => rowsOf(pool, sql, valores),
    async transaction(fazer) {
      const c = await pool.connect();
      try {
        await c.query('begin');
        const feito = await fazer({ query: (sql, valores) => rowsOf(c, sql, valores) });
        await c.query('commit');
        return feito;
      } catch (erro) {
        await c.query('rollback');
        throw erro;
      } finally {
        c.release();
      }
    },
    close: () => pool.end(),
  };
}

const SERVIDOR = process.env['DATABASE_URL_PGVECTOR'];
let banco: Awaited<ReturnType<typeof openPglite>>;
beforeAll(async () => {
  banco = await openPglite();
}, 60_000);
afterAll(() => banco.close());

contratoDeLoja('pgvector (PGlite)', async () => ({ store: new PgvectorVectors(banco, { tempoMs: 10_000 }), close: async () => undefined }));

if (SERVIDOR) {
  contratoDeLoja('pgvector (servidor)', async () => {
    const servidor = await openServidor(SERVIDOR);
    return { store: new PgvectorVectors(servidor, { tempoMs: 10_000 }), close: () => servidor.close() };
  });
} else {
  it.skip('pgvector on a server: DATABASE_URL_PGVECTOR is not set', () => undefined);
}

describe('pgvector', () => {
  const indexes = async (dimensoes: number) => (await banco.query<{ indexdef: string }>('select indexdef from pg_indexes where tablename = $1', [`vetor_pg_${dimensoes}`])).map((i) => i.indexdef).filter((d) => d.includes('hnsw'));

  it('keeps long vectors by halves, and the longest without an index', async () => {
    for (const [dimensoes, indice] of [[2500, 'halfvec_cosine_ops'], [4200, null]] as const) {
      const store = new PgvectorVectors(banco, { tempoMs: 10_000 });
      const vetores = sortearVetores(6, dimensoes);
      await store.upsert('longos', vetores);
      const [achados] = await store.query('longos', [vetores[2]!.vetor], { top: 3 });
      expect(achados!.map((v) => v.id)).toEqual(forcaBruta(vetores, vetores[2]!.vetor, 3).map((v) => v.id));
      expect((await indexes(dimensoes)).map((d) => /halfvec_cosine_ops|vector_cosine_ops/.exec(d)?.[0])).toEqual(indice ? [indice] : []);
      await store.deleteColecao('longos');
    }
  });

  it('finds what is in a large collection through the index, among the vectors of others', async () => {
    const planos: string[] = [];
    // A table this small would be sorted: without that, what is left is the order of the index.
    const semOrdenar: BancoPg = {
      ...banco,
      transaction: (fazer) => banco.transaction(async (c) => {
        await c.query('set local enable_sort = off');
        return fazer({ query: async <L>(sql: string, valores: readonly unknown[] = []) => {
          if (sql.startsWith('select id,')) planos.push(JSON.stringify(await c.query(`explain ${sql}`, valores)));
          return c.query<L>(sql, valores);
        } });
      }),
    };
    const store = new PgvectorVectors(semOrdenar, { tempoMs: 10_000, poucosNumeros: 1000 });
    const [grande, outra, pequena] = [sortearVetores(250, 10, 2), sortearVetores(500, 10, 3), sortearVetores(50, 10, 4)];
    await store.upsert('grande', grande);
    await store.upsert('outra', outra);
    await store.upsert('pequena', pequena);
    for (const n of [3, 77, 249]) {
      const pergunta = grande[n]!.vetor.map((x, i) => x + (i ? 0 : 0.01));
      const [achados] = await store.query('grande', [pergunta], { top: 10 });
      const certos = forcaBruta(grande, pergunta, 10).map((v) => v.id);
      expect(achados).toHaveLength(10);
      expect(achados![0]!.id).toBe(certos[0]);
      expect(achados!.filter((v) => certos.includes(v.id)).length).toBeGreaterThanOrEqual(9);
    }
    expect(planos.every((p) => p.includes('vetor_pg_10_hnsw'))).toBe(true);
    const [achados] = await store.query('pequena', [pequena[7]!.vetor], { top: 50 });
    expect(achados!.map((v) => v.id)).toEqual(forcaBruta(pequena, pequena[7]!.vetor, 50).map((v) => v.id));
    expect(planos.at(-1)).not.toContain('hnsw');
  });

  it('says what to do where the database does not have it', async () => {
    const base: BaseDeVetores = await openBase();
    try {
      const store = new PgvectorVectors(toBancoPg(base.fonte), { tempoMs: 1000 });
      expect(await store.count('x')).toBe(0);
      expect(await store.query('x', [sortearVetor(3, createSorteio(1))], { top: 1 })).toEqual([[]]);
      await expect(store.upsert('x', sortearVetores(1, 3))).rejects.toMatchObject({ codigo: 'vetores_indisponiveis', message: expect.stringMatching(/instale o pgvector.*ALICIT_VETORES=exact/) });
    } finally {
      await base.close();
    }
  });
});
