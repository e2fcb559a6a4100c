import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was read in the file of a company's document, or why it was not. Null: no file, or stored before files were read. */
export class DocumentoLeitura1764000000003 implements MigrationInterface {
  readonly name = 'DocumentoLeitura1764000000003';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table alicit.empresa_documento add column leitura jsonb');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table alicit.empresa_documento drop column leitura');
  }
}
