import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conversations about a tender. */
export class Perguntas1764000000012 implements MigrationInterface {
  readonly name = 'Perguntas1764000000012';

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
