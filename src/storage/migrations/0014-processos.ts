import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Processes that live, by their heartbeat. */
export class Processos1764000000014 implements MigrationInterface {
  readonly name = 'Processos1764000000014';

  async up(q: QueryRunner): Promise<void> {
    await q.query('select 1');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('select 1');
  }
}
