import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which tenders have a vector, of which words and in which collection: what is missing is found without asking the store. */
export class RecomendacaoVetor1764000000013 implements MigrationInterface {
  readonly name = 'RecomendacaoVetor1764000000013';

  async up(q: QueryRunner): Promise<void> {
    await q.query('create table alicit.recomendacao_vetor (numero text primary key, colecao text not null, hash text not null)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table alicit.recomendacao_vetor');
  }
}
