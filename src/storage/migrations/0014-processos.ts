import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Processes that live, by their heartbeat, and what each knows of the services outside. */
export class Processos1764000000014 implements MigrationInterface {
  readonly name = 'Processos1764000000014';

  async up(q: QueryRunner): Promise<void> {
    /** `usos`: by dependency, how this process's last real request to it ended. Few rows, written every few seconds in place: no index besides the key. */
    await q.query(
      `create table alicit.processo (
        id text primary key, papel text not null, versao text not null, maquina text not null, versao_workflow text not null, pulso_ms int not null,
        iniciado_em timestamptz not null default now(), visto_em timestamptz not null default now(), encerrando boolean not null default false, usos jsonb not null default '{}')
       with (fillfactor = 50)`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table alicit.processo');
  }
}
