import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Alerts under way, told once by all processes together. */
export class Alertas1764000000015 implements MigrationInterface {
  readonly name = 'Alertas1764000000015';

  async up(q: QueryRunner): Promise<void> {
    await q.query('select 1');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('select 1');
  }
}
