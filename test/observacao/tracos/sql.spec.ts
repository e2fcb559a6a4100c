import { describe, expect, it } from '@jest/globals';
import { describeSql } from '../../../src/observacao/index.js';

describe('a statement as a span tells it', () => {
  it.each([
    ['select id from alicit.analise where id = $1', 'SELECT alicit.analise'],
    ['SELECT "a"."id" FROM "alicit"."empresa" "a" WHERE "a"."nome" = $1', 'SELECT alicit.empresa'],
    ['insert into alicit.trabalho (chave) values ($1)', 'INSERT alicit.trabalho'],
    ['with x as (select 1 from pgboss.job) update alicit.analise set a = 1', 'WITH pgboss.job'],
    ['update alicit.analise set etapa = $3 where id = $1', 'UPDATE alicit.analise'],
    ['create table if not exists mastra.x (a int)', 'CREATE mastra.x'],
    ['(select 1)', 'SELECT'], ['START TRANSACTION', 'START'], ['COMMIT', 'COMMIT'], ['', 'SQL'],
  ])('%p is %p', (sql, nome) => expect(describeSql(sql).nome).toBe(nome));

  it.each([
    `select * from t where a = 'segredo' and b = 'it''s segredo'`, `select $$segredo$$`, `select $x$ segredo $ segredo $x$`, `select 1 /* segredo */ -- segredo`, `select 'segredo sem fim`,
  ])('what is written into it is taken out: %p', (sql) => expect(JSON.stringify(describeSql(sql))).not.toContain('segredo'));

  it('is short however long the statement is', () => {
    expect(String(describeSql(`select ${'a, '.repeat(100_000)}`).atributos['db.query.text']).length).toBeLessThanOrEqual(300);
  });
});
