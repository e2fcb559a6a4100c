import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vectors kept in the database itself, and which collections there are, wherever they are kept. */
export class Vetores1764000000011 implements MigrationInterface {
  readonly name = 'Vetores1764000000011';

  async up(q: QueryRunner): Promise<void> {
    for (const comando of COMANDOS) await q.query(comando);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const tabela of TABELAS) await q.query(`drop table alicit.${tabela}`);
    await q.query('drop sequence alicit.vetor_versao');
  }
}

/** In the order they can be dropped in. */
const TABELAS: readonly string[] = ['vetor_colecao', 'vetor', 'vetor_conjunto'];

const COMANDOS: readonly string[] = [
  /**
   * Collections and where each is kept. `estado`: fazendo · gravada (all sent, not all seen yet) · inteira · aberta (grows as it is written to) · apagando.
   * `posse`: who works on it, until when. `arquivos`: files its texts come from: it goes with the first of them.
   * `copia_*`: where it is being copied to, how far. `sobra_em`: a store that still holds the copy it was moved from.
   */
  `create table alicit.vetor_colecao (
    colecao text collate "C" primary key, loja text not null, modelo text not null, dimensoes int, total int, estado text not null, arquivos text[] not null default '{}',
    posse text, posse_ate timestamptz, copia_para text, copia_cursor text, copia_feitos int not null default 0, sobra_em text,
    criada_em timestamptz not null default now(), usada_em timestamptz not null default now())`,
  `create index vetor_colecao_arquivos on alicit.vetor_colecao using gin (arquivos)`,
  `create index vetor_colecao_usada on alicit.vetor_colecao (usada_em)`,

  /** Of the store \`exact\`. A version is given once, ever: what is remembered of a collection is good while its version is the same. */
  `create sequence alicit.vetor_versao`,
  `create table alicit.vetor_conjunto (colecao text collate "C" primary key, dimensoes int not null, versao bigint not null default nextval('alicit.vetor_versao'))`,
  /** float32, little-endian. They do not compress, and up to 2,000 numbers they lie in the row itself: read in bulk, two look-ups for each would take most of the time. */
  `create table alicit.vetor (colecao text collate "C" not null references alicit.vetor_conjunto on delete cascade, id text collate "C" not null, vetor bytea not null, primary key (colecao, id)) with (toast_tuple_target = 8160)`,
  `alter table alicit.vetor alter column vetor set storage external`,
];
