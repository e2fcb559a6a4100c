import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What CEIS and CNEP say of legal persons, shared by all organisations: of each register, the file imported last. */
export class Sancoes1764000000006 implements MigrationInterface {
  readonly name = 'Sancoes1764000000006';

  async up(q: QueryRunner): Promise<void> {
    for (const comando of COMANDOS) await q.query(comando);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const tabela of ['sancao', 'sancao_cadastro']) await q.query(`drop table alicit.${tabela}`);
  }
}

const COMANDOS = [
  /** One row a register: a new file takes the place of the old, rows and all, in one transaction. Counts: rows of the file, of people (dropped), refused by reason, unknown categories. */
  `create table alicit.sancao_cadastro (
    id bigint generated always as identity primary key, cadastro text not null unique, data date not null, importado_em timestamptz not null default now(), linhas int not null default 0,
    sancoes int not null default 0, pessoas_fisicas int not null default 0, recusadas jsonb not null default '{}', desconhecidas jsonb not null default '{}')`,
  /** \`raiz\`: the first eight characters of the CNPJ, the same in all establishments of a company. \`dados\`: a SancaoRegistrada. */
  `create table alicit.sancao (
    cadastro_id bigint not null references alicit.sancao_cadastro on delete cascade, numero int not null, cnpj text not null, raiz text not null, dados jsonb not null,
    primary key (cadastro_id, numero))`,
  `create index sancao_raiz on alicit.sancao (raiz)`,
];
