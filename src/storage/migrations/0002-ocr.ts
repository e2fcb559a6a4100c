import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many pages of a reading under way were recognised by OCR, of how many. */
export class Ocr1764000000002 implements MigrationInterface {
  readonly name = 'Ocr1764000000002';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table alicit.leitura add column ocr_feitas int, add column ocr_total int');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table alicit.leitura drop column ocr_feitas, drop column ocr_total');
  }
}
