import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vectors kept in the database itself, and which collections there are. */
export class Vetores1764000000011 implements MigrationInterface {
  readonly name = 'Vetores1764000000011';

  async up(q: QueryRunner): Promise<void> {
    for (const comando of COMANDOS) await q.query(comando);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const tabela of TABELAS) await q.query(`drop table alicit.${tabela}`);
  }
}

/** In the order they can be dropped in. */
const TABELAS: readonly string[] = [];

const COMANDOS: readonly string[] = [];
