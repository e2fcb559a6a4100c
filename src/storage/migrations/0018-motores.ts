import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Engines of the recommendations that live: of two versions side by side, only the newest makes again what another made. */
export class Motores1764000000018 implements MigrationInterface {
  readonly name = 'Motores1764000000018';

  async up(q: QueryRunner): Promise<void> {
    await q.query('create table alicit.recomendacao_motor (motor text primary key, desde timestamptz not null default now(), visto_em timestamptz not null default now())');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table alicit.recomendacao_motor');
  }
}
