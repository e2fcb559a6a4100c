import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations and their keys, what they store, the runs of analyses, and what goes out by webhook. */
export class Inicio1764000000001 implements MigrationInterface {
  readonly name = 'Inicio1764000000001';

  async up(q: QueryRunner): Promise<void> {
    for (const comando of COMANDOS) await q.query(comando);
  }

  async down(): Promise<void> {
    throw new Error('A primeira migração não se desfaz: apague o esquema.');
  }
}

const COMANDOS = [
  `create table alicit.organizacao (
    id text primary key, nome text not null, criada_em timestamptz not null default now())`,

  `create table alicit.chave_api (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade,
    nome text not null, prefixo text not null, hash bytea not null unique, escopos text[] not null,
    criada_em timestamptz not null default now(), expira_em timestamptz, revogada_em timestamptz, usada_em timestamptz, substituida_por text)`,
  `create index chave_api_organizacao on alicit.chave_api (organizacao_id, id)`,

  `create table alicit.idempotencia (
    organizacao_id text not null references alicit.organizacao on delete cascade, chave text not null,
    rota text not null, corpo_hash text not null, estado text not null, posse text not null, status int, cabecalhos jsonb, corpo bytea,
    criada_em timestamptz not null default now(), expira_em timestamptz not null, primary key (organizacao_id, chave))`,
  `create index idempotencia_expira on alicit.idempotencia (expira_em)`,

  `create table alicit.arquivo (
    sha256 text primary key, bytes bigint not null, criado_em timestamptz not null default now())`,

  /** Received and not yet referred to: a reference of its own, so that nothing collects it meanwhile. */
  `create table alicit.arquivo_em_transito (
    id text primary key, sha256 text not null references alicit.arquivo, criado_em timestamptz not null default now())`,
  `create index arquivo_em_transito_sha256 on alicit.arquivo_em_transito (sha256)`,

  `create table alicit.empresa (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade,
    cnpj text not null, perfil jsonb not null, versao int not null default 1,
    criada_em timestamptz not null default now(), atualizada_em timestamptz not null default now(), unique (organizacao_id, cnpj))`,
  `create table alicit.empresa_documento (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade,
    empresa_id text not null references alicit.empresa on delete cascade,
    dados jsonb not null, sha256 text references alicit.arquivo, nome_arquivo text, bytes bigint, tipo text,
    criado_em timestamptz not null default now(), atualizado_em timestamptz not null default now())`,
  `create index empresa_documento_empresa on alicit.empresa_documento (empresa_id, id)`,
  `create index empresa_documento_sha256 on alicit.empresa_documento (sha256)`,

  `create table alicit.licitacao (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade,
    numero_controle_pncp text, origem text not null, titulo text, dados jsonb, bruto jsonb, conteudo_chave text, versao int not null default 1,
    criada_em timestamptz not null default now(), atualizada_em timestamptz not null default now())`,
  `create index licitacao_organizacao on alicit.licitacao (organizacao_id, id)`,
  /** One record a number, besides those made by sending all at once, which are told apart by content. */
  `create unique index licitacao_numero on alicit.licitacao (organizacao_id, numero_controle_pncp) where numero_controle_pncp is not null and origem <> 'envio'`,
  `create index licitacao_numeros on alicit.licitacao (organizacao_id, numero_controle_pncp, id desc)`,
  `create unique index licitacao_conteudo on alicit.licitacao (organizacao_id, conteudo_chave) where conteudo_chave is not null`,
  `create table alicit.licitacao_arquivo (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade,
    licitacao_id text not null references alicit.licitacao on delete cascade,
    sha256 text not null references alicit.arquivo, nome text not null, bytes bigint not null, tipo text,
    criado_em timestamptz not null default now(), unique (licitacao_id, sha256))`,
  `create index licitacao_arquivo_sha256 on alicit.licitacao_arquivo (sha256)`,

  `create table alicit.correcao (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade,
    licitacao_id text not null references alicit.licitacao on delete cascade,
    alvo text not null, referencia text not null, valor jsonb not null, motivo text not null, autor text not null, chave_api_id text,
    leitura_maquina jsonb, leitura_hash text, estado text not null, observacao text, substituida_por text,
    criada_em timestamptz not null default now(), encerrada_em timestamptz, encerrada_por text, encerrada_motivo text)`,
  `create unique index correcao_viva on alicit.correcao (licitacao_id, alvo, referencia) where estado in ('vigente', 'a_confirmar')`,
  `create index correcao_licitacao on alicit.correcao (licitacao_id, id desc)`,

  /** How far the reading of a tender's files is; the reading itself is in trabalho, by content. */
  `create table alicit.leitura (
    licitacao_id text primary key references alicit.licitacao on delete cascade,
    organizacao_id text not null references alicit.organizacao on delete cascade,
    chave text not null, estado text not null, etapa text, feitos int, total int, erro jsonb,
    atualizada_em timestamptz not null default now())`,

  `create table alicit.analise (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade,
    empresa_id text not null references alicit.empresa on delete cascade,
    licitacao_id text not null references alicit.licitacao on delete cascade,
    chave text not null, agora timestamptz, entradas jsonb not null,
    estado text not null, etapa text, progresso int not null default 0, tentativas int not null default 0,
    token bigint not null default 0, processo text, versao_workflow text not null, versoes jsonb,
    resumo jsonb, resultado text, relatorio text, valido_ate timestamptz, erro jsonb, eventos int not null default 0,
    vez int not null default 0, revisao int not null default 0,
    criada_em timestamptz not null default now(), iniciada_em timestamptz, julgada_em timestamptz, terminada_em timestamptz)`,
  `create unique index analise_viva on alicit.analise (organizacao_id, chave) where estado in ('na_fila', 'executando')`,
  `create index analise_chave on alicit.analise (organizacao_id, chave, id desc)`,
  `create index analise_organizacao on alicit.analise (organizacao_id, id desc)`,
  `create index analise_empresa on alicit.analise (empresa_id)`,
  `create index analise_licitacao on alicit.analise (licitacao_id)`,
  `create index analise_aberta on alicit.analise (criada_em) where estado in ('na_fila', 'executando')`,
  `create table alicit.analise_tentativa (
    id bigint generated always as identity primary key, organizacao_id text not null references alicit.organizacao on delete cascade,
    analise_id text not null references alicit.analise on delete cascade,
    numero int not null, token bigint not null, processo text not null, versao_workflow text not null,
    inicio timestamptz not null default now(), fim timestamptz, desfecho text, erro jsonb, unique (analise_id, token))`,
  `create table alicit.analise_etapa (
    id bigint generated always as identity primary key, organizacao_id text not null references alicit.organizacao on delete cascade,
    analise_id text not null references alicit.analise on delete cascade,
    etapa text not null, tentativa int not null, token bigint not null, estado text not null, reaproveitada boolean not null default false,
    inicio timestamptz not null, fim timestamptz, ms int, trabalho text, erro jsonb)`,
  `create unique index analise_etapa_feita on alicit.analise_etapa (analise_id, etapa) where estado = 'concluida'`,
  `create index analise_etapa_trabalho on alicit.analise_etapa (trabalho) where trabalho is not null`,
  `create index analise_etapa_analise on alicit.analise_etapa (analise_id, id)`,

  `create table alicit.trabalho (
    chave text primary key, etapa text not null, organizacao_id text references alicit.organizacao on delete cascade,
    resultado bytea not null, sha256 text not null, arquivos text[] not null default '{}', analise_id text, token bigint,
    criado_em timestamptz not null default now(), usado_em timestamptz not null default now())`,
  `create index trabalho_arquivos on alicit.trabalho using gin (arquivos)`,
  `create index trabalho_organizacao on alicit.trabalho (organizacao_id)`,

  `create table alicit.evento (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade,
    analise_id text references alicit.analise on delete cascade, sequencia int not null, tipo text not null, dados jsonb not null,
    criado_em timestamptz not null default now())`,
  `create unique index evento_analise on alicit.evento (analise_id, sequencia)`,

  /** `segredo` and `segredo_anterior` are sealed. `falhando_desde`: no attempt has succeeded since. `lento`: its last answer took long. */
  `create table alicit.webhook (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade,
    url text not null, eventos text[] not null, segredo text not null, segredo_anterior text, segredo_anterior_ate timestamptz,
    ativo boolean not null default true, motivo_desativado text, falhando_desde timestamptz, lento boolean not null default false,
    criado_em timestamptz not null default now())`,
  `create index webhook_organizacao on alicit.webhook (organizacao_id, id)`,
  /** To a webhook, or to an address and a sealed secret of its own. `destino` is what shares a limit of deliveries at once. */
  `create table alicit.webhook_entrega (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade,
    webhook_id text references alicit.webhook on delete cascade, url text, segredo text,
    destino text generated always as (coalesce(webhook_id, 'url:' || md5(url))) stored,
    evento_id text not null, tipo text not null, corpo text not null, reenvio_de text,
    estado text not null, tentativas int not null default 0, proxima_em timestamptz, reservada_ate timestamptz,
    criada_em timestamptz not null default now(), terminada_em timestamptz,
    check (webhook_id is not null or (url is not null and segredo is not null)))`,
  `create index webhook_entrega_webhook on alicit.webhook_entrega (webhook_id, id desc)`,
  `create index webhook_entrega_evento on alicit.webhook_entrega (evento_id)`,
  `create index webhook_entrega_criada on alicit.webhook_entrega (criada_em)`,
  `create index webhook_entrega_pendente on alicit.webhook_entrega (destino, proxima_em) where estado = 'pendente'`,
  `create table alicit.webhook_tentativa (
    id bigint generated always as identity primary key, organizacao_id text not null references alicit.organizacao on delete cascade,
    entrega_id text not null references alicit.webhook_entrega on delete cascade,
    numero int not null, em timestamptz not null default now(), ms int, status int, resultado text not null, codigo text, motivo text,
    resposta text, resposta_cortada boolean not null default false)`,
  `create index webhook_tentativa_entrega on alicit.webhook_tentativa (entrega_id, id)`,
];
