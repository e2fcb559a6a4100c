import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers and embeddings that were paid for, what each call cost, and what is reserved. */
export class Modelos1764000000010 implements MigrationInterface {
  readonly name = 'Modelos1764000000010';

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
