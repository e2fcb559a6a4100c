import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What companies are told, how they want it, and what became of it. Secrets (links, feeds) are kept as hashes, in columns whose names start with `segredo`. */
export class Avisos1764000000008 implements MigrationInterface {
  readonly name = 'Avisos1764000000008';

  async up(q: QueryRunner): Promise<void> {
    for (const comando of COMANDOS) await q.query(comando);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const tabela of ['aviso_agenda', 'aviso_feed', 'aviso_link', 'aviso_envio', 'aviso_mensagem', 'aviso', 'aviso_email', 'aviso_preferencia']) await q.query(`drop table alicit.${tabela}`);
  }
}

const COMANDOS = [
  `create table alicit.aviso_preferencia (
    empresa_id text primary key references alicit.empresa on delete cascade, organizacao_id text not null references alicit.organizacao on delete cascade,
    dados jsonb not null, versao int not null default 1, atualizada_em timestamptz not null default now())`,
  `create index aviso_preferencia_organizacao on alicit.aviso_preferencia (organizacao_id)`,

  /** `removido`: no longer wanted by the company; kept, so that its owner's refusal and the number of confirmations asked are not forgotten. */
  `create table alicit.aviso_email (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade, empresa_id text not null references alicit.empresa on delete cascade,
    endereco text not null, estado text not null, motivo text, confirmacoes int not null default 0, confirmacao_em timestamptz, confirmado_em timestamptz, cancelado_em timestamptz,
    criado_em timestamptz not null default now(), unique (empresa_id, endereco))`,
  `create index aviso_email_endereco on alicit.aviso_email (endereco)`,
  `create index aviso_email_esquecido on alicit.aviso_email (empresa_id) where estado = 'pendente' and confirmacao_em is null`,

  /** One row for each thing told to a company. `chave`: the same thing, the same key. `enviar_em`: when it goes by e-mail; null: it went, or does not go. */
  `create table alicit.aviso (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade, empresa_id text not null references alicit.empresa on delete cascade,
    licitacao_id text references alicit.licitacao on delete cascade, numero text, tipo text not null, chave text not null, dados jsonb not null, evento_id text not null,
    modo_email text, enviar_em timestamptz, criado_em timestamptz not null default now(), unique (empresa_id, chave))`,
  `create index aviso_empresa on alicit.aviso (empresa_id, id desc)`,
  `create index aviso_licitacao on alicit.aviso (licitacao_id) where licitacao_id is not null`,
  `create index aviso_a_enviar on alicit.aviso (enviar_em) where enviar_em is not null`,
  `create index aviso_criado on alicit.aviso (criado_em)`,

  /** An e-mail to one address: a confirmation, or avisos. */
  `create table alicit.aviso_mensagem (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade, empresa_id text not null references alicit.empresa on delete cascade,
    email_id text not null references alicit.aviso_email on delete cascade, tipo text not null, estado text not null, tentativas int not null default 0,
    proxima_em timestamptz, reservada_ate timestamptz, codigo text, motivo text, criada_em timestamptz not null default now(), terminada_em timestamptz)`,
  `create index aviso_mensagem_pendente on alicit.aviso_mensagem (proxima_em) where estado = 'pendente'`,
  `create index aviso_mensagem_email on alicit.aviso_mensagem (email_id)`,
  `create index aviso_mensagem_empresa on alicit.aviso_mensagem (empresa_id)`,
  `create index aviso_mensagem_criada on alicit.aviso_mensagem (criada_em)`,
  /** What went to whom: once, whatever the message. */
  `create table alicit.aviso_envio (
    aviso_id text not null references alicit.aviso on delete cascade, email_id text not null references alicit.aviso_email on delete cascade,
    mensagem_id text not null references alicit.aviso_mensagem on delete cascade, organizacao_id text not null references alicit.organizacao on delete cascade,
    primary key (aviso_id, email_id))`,
  `create index aviso_envio_mensagem on alicit.aviso_envio (mensagem_id)`,
  `create index aviso_envio_email on alicit.aviso_envio (email_id)`,

  /** Links of e-mails: to confirm an address, to leave, to see a whole message. */
  `create table alicit.aviso_link (
    segredo_hash text primary key, organizacao_id text not null references alicit.organizacao on delete cascade, email_id text not null references alicit.aviso_email on delete cascade,
    mensagem_id text references alicit.aviso_mensagem on delete cascade, tipo text not null, criado_em timestamptz not null default now(), expira_em timestamptz not null)`,
  `create index aviso_link_email on alicit.aviso_link (email_id)`,
  `create index aviso_link_mensagem on alicit.aviso_link (mensagem_id) where mensagem_id is not null`,
  `create index aviso_link_expira on alicit.aviso_link (expira_em)`,

  /** Secret addresses of feeds and calendars. */
  `create table alicit.aviso_feed (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade, empresa_id text not null references alicit.empresa on delete cascade,
    tipo text not null, segredo_hash text not null unique, criado_em timestamptz not null default now(), usado_em timestamptz)`,
  `create index aviso_feed_empresa on alicit.aviso_feed (empresa_id, id)`,

  /** Deadlines taken out of an analysis that ended, so that nobody opens its whole result to ask for them. `prazos` null: still to be taken. `estado`: of the tender, as it was judged. */
  `create table alicit.aviso_agenda (
    analise_id text primary key references alicit.analise on delete cascade, organizacao_id text not null references alicit.organizacao on delete cascade,
    empresa_id text not null references alicit.empresa on delete cascade, licitacao_id text not null references alicit.licitacao on delete cascade,
    estado text, julgada_em timestamptz not null default now(), prazos jsonb)`,
  `create index aviso_agenda_empresa on alicit.aviso_agenda (empresa_id, licitacao_id, julgada_em desc)`,
  `create index aviso_agenda_licitacao on alicit.aviso_agenda (licitacao_id)`,
  `create index aviso_agenda_por_ler on alicit.aviso_agenda (julgada_em) where prazos is null`,
  /** Analyses that ended before this version. */
  `insert into alicit.aviso_agenda (analise_id, organizacao_id, empresa_id, licitacao_id, julgada_em)
   select id, organizacao_id, empresa_id, licitacao_id, coalesce(julgada_em, terminada_em) from alicit.analise where estado = 'concluida' and agora is null and terminada_em > now() - interval '180 days'`,
];
