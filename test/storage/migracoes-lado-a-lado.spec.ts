import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findQuebras } from './quebras-de-migracao.js';

const PASTA = join(process.cwd(), 'src', 'storage', 'migrations');
/** From here on two versions may run side by side over one database (docs/decisoes/0054). */
const PRIMEIRA = 14;
const { version } = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as { version: string };
const up = (sql: string, nota = ''): string => `${nota}export class X { async up(q) { await q.query(\`${sql}\`); } async down(q) { await q.query('drop table alicit.x'); } }`;

describe('a migration lets the version before it go on working', () => {
  const arquivos = readdirSync(PASTA).filter((a) => /^\d{4}-/.test(a) && Number(a.slice(0, 4)) >= PRIMEIRA);
  it('there are some', () => expect(arquivos.length).toBeGreaterThan(3));
  it.each(arquivos)('%s', (arquivo) => expect(findQuebras(readFileSync(join(PASTA, arquivo), 'utf8'), version)).toEqual([]));

  it.each([
    ['drop table alicit.analise'], ['alter table alicit.analise drop column erro'], ['alter table alicit.analise rename column erro to falha'], ['alter table alicit.analise rename to analises'],
    ['alter table alicit.analise alter column vez type bigint'], ['alter table alicit.analise alter erro set data type text'], ['alter table alicit.analise alter column erro set not null'],
    ['alter table alicit.analise add column nota text not null'], ['alter table alicit.analise add nota text not null'], ['alter table alicit.analise add column a int default 1, add column b text not null'],
    ['alter table alicit.analise add constraint c check (vez > 0)'], ['alter table alicit.analise add unique (chave)'], ['alter table alicit.analise add constraint f foreign key (chave) references alicit.x'],
    ['create unique index analise_nova on alicit.analise (chave)'], ['truncate alicit.evento'],
  ])('tells: %s', (sql) => expect(findQuebras(up(sql), '0.2.0')).toHaveLength(1));

  it.each([
    ['create table alicit.nova (id text primary key, nome text not null)'], ['alter table alicit.analise add column nota text'], [`alter table alicit.analise add column nota text not null default ''`], [`alter table alicit.analise add column nota text default '' not null`],
    ['alter table alicit.analise add constraint c check (vez > 0) not valid'], ['create index analise_nova on alicit.analise (chave)'], ['drop index alicit.analise_chave'], ['alter table alicit.analise alter column erro drop not null'],
    ['create table alicit.nova (id text); create unique index nova_id on alicit.nova (id); alter table alicit.nova add constraint c check (id > 0)'],
  ])('lets: %s', (sql) => expect(findQuebras(up(sql), '0.2.0')).toEqual([]));

  it('a contraction says which version it leaves behind, and it must be one', () => {
    const apaga = 'alter table alicit.analise drop column erro';
    expect(findQuebras(up(apaga, '/** contração da 0.1: nothing reads it since 0.2. */\n'), '0.2.0')).toEqual([]);
    expect(findQuebras(up(apaga, '/** contração da 0.2: of this very one. */\n'), '0.2.0')).toEqual(['contração da 0.2, que não é anterior à 0.2.0']);
  });
});
