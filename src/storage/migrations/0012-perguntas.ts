import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conversations about a tender. */
export class Perguntas1764000000012 implements MigrationInterface {
  readonly name = 'Perguntas1764000000012';

  async up(q: QueryRunner): Promise<void> {
    for (const comando of COMANDOS) await q.query(comando);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const tabela of TABELAS) await q.query(`drop table alicit.${tabela}`);
  }
}

/** In the order they can be dropped in. */
const TABELAS: readonly string[] = ['conversa_turno', 'conversa'];

const COMANDOS: readonly string[] = [
  /** `turnos`: the number of the last one, which is also how many were asked. */
  `create table alicit.conversa (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade, licitacao_id text not null references alicit.licitacao on delete cascade,
    titulo text not null, turnos int not null default 0, criada_em timestamptz not null default now(), atualizada_em timestamptz not null default now())`,
  `create index conversa_da_licitacao on alicit.conversa (organizacao_id, licitacao_id, id)`,
  `create index conversa_atualizada on alicit.conversa (atualizada_em)`,

  /** A question with its answer. \`empresa_id\`: the company it was asked for, with which it goes. \`resposta\` is json, not jsonb: it is given back as it was sent. */
  `create table alicit.conversa_turno (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade, conversa_id text not null references alicit.conversa on delete cascade,
    empresa_id text references alicit.empresa on delete cascade, numero int not null, pergunta text not null, pergunta_entendida text, resposta json not null,
    criada_em timestamptz not null default now(), unique (conversa_id, numero))`,
  `create index conversa_turno_organizacao on alicit.conversa_turno (organizacao_id)`,
  `create index conversa_turno_empresa on alicit.conversa_turno (empresa_id) where empresa_id is not null`,
];
