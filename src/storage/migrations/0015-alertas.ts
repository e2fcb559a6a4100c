import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Alerts under way, told once by all processes together. */
export class Alertas1764000000015 implements MigrationInterface {
  readonly name = 'Alertas1764000000015';

  async up(q: QueryRunner): Promise<void> {
    /** \`visto_em\`: when some process last saw it. \`posse\`: who is telling it, until \`posse_ate\`; without \`posse\`, nobody tells it before then. \`processo\`: who saw it, where only one does. */
    await q.query(
      `create table alicit.alerta (
        chave text primary key, desde timestamptz not null, visto_em timestamptz not null, detalhe text not null, processo text, avisado_em timestamptz, avisos int not null default 0,
        falhas int not null default 0, posse text, posse_ate timestamptz)`,
    );
    /** How often anyone was told in each hour. */
    await q.query(`create table alicit.alerta_hora (hora timestamptz primary key, envios int not null)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table alicit.alerta_hora');
    await q.query('drop table alicit.alerta');
  }
}
