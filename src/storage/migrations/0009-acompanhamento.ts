import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tenders that an organisation follows: files fetched from PNCP, changes that make analyses outdated, events of a tender. */
export class Acompanhamento1764000000009 implements MigrationInterface {
  readonly name = 'Acompanhamento1764000000009';

  async up(q: QueryRunner): Promise<void> {
    for (const comando of COMANDOS) await q.query(comando);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const tabela of ['licitacao_arquivo_pncp', 'acompanhamento_empresa', 'acompanhamento']) await q.query(`drop table alicit.${tabela}`);
    await q.query('alter table alicit.evento drop column licitacao_id');
    await q.query('alter table alicit.analise drop column desatualizada');
    await q.query('drop index alicit.licitacao_numero_pncp');
    await q.query('alter table alicit.licitacao drop column editados, drop column mudanca_vista');
  }
}

const COMANDOS = [
  /** `editados`: fields a person changed, which PNCP no longer changes. `mudanca_vista`: the last change of the collection that was looked at. */
  `alter table alicit.licitacao add column editados text[] not null default '{}', add column mudanca_vista bigint`,
  `create index licitacao_numero_pncp on alicit.licitacao (numero_controle_pncp) where numero_controle_pncp is not null`,
  /** Null: what it was judged by has not changed since. Else when, which fields, which changes, and the analysis that took its place. */
  `alter table alicit.analise add column desatualizada jsonb`,
  /** An event is of an analysis, or of a tender (then without a sequence). */
  `alter table alicit.evento add column licitacao_id text references alicit.licitacao on delete cascade`,
  `create index evento_licitacao on alicit.evento (licitacao_id) where licitacao_id is not null`,

  /** `reanalise_pendente`: since when analyses wait to be made again. */
  `create table alicit.acompanhamento (
    id bigint generated always as identity primary key, organizacao_id text not null references alicit.organizacao on delete cascade,
    licitacao_id text not null unique references alicit.licitacao on delete cascade, reanalisar boolean not null default false, reanalise_pendente timestamptz,
    criado_em timestamptz not null default now(), atualizado_em timestamptz not null default now())`,
  `create index acompanhamento_organizacao on alicit.acompanhamento (organizacao_id)`,
  `create index acompanhamento_reanalise on alicit.acompanhamento (reanalise_pendente) where reanalise_pendente is not null`,
  `create table alicit.acompanhamento_empresa (
    id bigint generated always as identity primary key, organizacao_id text not null references alicit.organizacao on delete cascade,
    acompanhamento_id bigint not null references alicit.acompanhamento on delete cascade, empresa_id text not null references alicit.empresa on delete cascade, unique (acompanhamento_id, empresa_id))`,
  `create index acompanhamento_empresa_empresa on alicit.acompanhamento_empresa (empresa_id)`,

  /** A file PNCP lists of a tender, and what became of fetching it. \`ativo\` false: withdrawn; what was kept stays. */
  `create table alicit.licitacao_arquivo_pncp (
    id bigint generated always as identity primary key, organizacao_id text not null references alicit.organizacao on delete cascade,
    licitacao_id text not null references alicit.licitacao on delete cascade, sequencial int not null, titulo text, tipo_documento text, publicacao text, ativo boolean not null default true,
    estado text not null default 'pendente', arquivo_id text references alicit.licitacao_arquivo on delete set null, tentativas int not null default 0, proxima_em timestamptz not null default now(),
    codigo text, mensagem text, atualizado_em timestamptz not null default now(), unique (licitacao_id, sequencial))`,
  `create index licitacao_arquivo_pncp_pendente on alicit.licitacao_arquivo_pncp (proxima_em) where estado = 'pendente'`,
];
