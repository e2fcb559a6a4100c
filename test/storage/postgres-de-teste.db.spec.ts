import { expect, it } from '@jest/globals';
import { createBanco, startCluster, type Modelo } from '../support/postgres.js';
import { query } from './embutido/apoio.js';

it('databases of tests are copies of a model that is filled once, and go away', async () => {
  let vezes = 0;
  const modelo: Modelo = {
    nome: 'contado',
    preencher: async (url) => {
      vezes += 1;
      await query(url, 'CREATE TABLE t AS SELECT 7 AS n');
    },
  };
  const [a, b] = await Promise.all([createBanco('a', modelo), createBanco('b', modelo)]);
  await query(a.url, 'UPDATE t SET n = 8');
  expect(await query(b.url, 'SELECT n FROM t')).toEqual([{ n: 7 }]);
  expect(vezes).toBe(1);
  const vazio = await createBanco();
  expect(await query(vazio.url, "SELECT to_regclass('t') AS t")).toEqual([{ t: null }]);
  for (const banco of [a, b, vazio]) await banco.drop();
  const nomes = [a, b, vazio].map((banco) => new URL(banco.url).pathname.slice(1));
  expect(await query(await startCluster(), 'SELECT datname FROM pg_database WHERE datname = ANY($1)', [nomes])).toEqual([]);
});
