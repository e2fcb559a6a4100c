import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers and embeddings that were paid for, what each call cost, and what is reserved. */
export class Modelos1764000000010 implements MigrationInterface {
  readonly name = 'Modelos1764000000010';

  async up(q: QueryRunner): Promise<void> {
    for (const comando of COMANDOS) await q.query(comando);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const tabela of TABELAS) await q.query(`drop table alicit.${tabela}`);
  }
}

/** In the order they can be dropped in. */
const TABELAS: readonly string[] = ['modelo_reserva', 'modelo_consumo', 'modelo_chamada', 'modelo_embedding', 'modelo_resposta'];

const COMANDOS: readonly string[] = [
  /** \`resposta\` null: being asked, by whoever holds \`posse\` until \`posse_ate\`. \`chave\`: hash of what was asked, of which model, for whom. \`trabalho_id\`: of the work that paid; the answer is erased with it. Text, not jsonb: an answer may hold \\u0000. */
  `create table alicit.modelo_resposta (
    chave text primary key, organizacao_id text references alicit.organizacao on delete cascade, trabalho_id text not null, modelo text not null, respondeu text, versao_prompt text not null,
    resposta text, recusada boolean not null default false, tokens_entrada int not null default 0, tokens_saida int not null default 0,
    posse text, posse_ate timestamptz, criado_em timestamptz not null default now(), usado_em timestamptz not null default now())`,
  `create index modelo_resposta_organizacao on alicit.modelo_resposta (organizacao_id, trabalho_id) where organizacao_id is not null`,
  `create index modelo_resposta_posse on alicit.modelo_resposta (posse) where posse is not null`,
  `create index modelo_resposta_uso on alicit.modelo_resposta (usado_em)`,

  /** Shared by all: no text, only the hash of server, model, dimensions and text. \`vetor\`: float32, little-endian, length 1; null while it is being asked. */
  `create table alicit.modelo_embedding (chave bytea primary key, modelo text not null, vetor bytea, posse text, posse_ate timestamptz, usado_em timestamptz not null default now())`,
  `alter table alicit.modelo_embedding alter column vetor set storage external`,
  `create index modelo_embedding_posse on alicit.modelo_embedding (posse) where posse is not null`,
  `create index modelo_embedding_uso on alicit.modelo_embedding (usado_em)`,

  /** A call that was made, whatever became of it. \`desfecho\`: ok, recusada, or why not. */
  `create table alicit.modelo_chamada (
    id bigint generated always as identity primary key, organizacao_id text references alicit.organizacao on delete cascade, trabalho_id text not null, finalidade text not null, modelo text not null,
    versao_prompt text not null, reserva boolean not null, tokens_entrada int not null, tokens_saida int not null, custo_usd numeric(18, 8), tentativas int not null, ms int not null, desfecho text not null,
    criado_em timestamptz not null default now())`,
  `create index modelo_chamada_organizacao on alicit.modelo_chamada (organizacao_id, criado_em)`,
  `create index modelo_chamada_quando on alicit.modelo_chamada (criado_em)`,

  /** Tokens and calls already spent of a budget: \`d:<day>\`, \`o:<organisation>:<day>\`, \`t:<organisation>:<work>\`. No index on the time: each request writes these rows, in place. */
  `create table alicit.modelo_consumo (chave text primary key, organizacao_id text references alicit.organizacao on delete cascade, tokens bigint not null default 0, chamadas int not null default 0, atualizado_em timestamptz not null default now())`,
  `create index modelo_consumo_organizacao on alicit.modelo_consumo (organizacao_id) where organizacao_id is not null`,
  /** What calls under way may yet spend; that of a dead process counts until \`expira_em\`. */
  `create table alicit.modelo_reserva (
    id text primary key, organizacao_id text references alicit.organizacao on delete cascade, chaves text[] not null, tokens bigint not null, chamadas int not null, expira_em timestamptz not null)`,
  `create index modelo_reserva_organizacao on alicit.modelo_reserva (organizacao_id) where organizacao_id is not null`,
  `create index modelo_reserva_expira on alicit.modelo_reserva (expira_em)`,
];
