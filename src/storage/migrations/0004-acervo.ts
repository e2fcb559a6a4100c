import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What PNCP published, shared by all organisations: records, what followed them, their changes, and who has still to look at them. */
export class Acervo1764000000004 implements MigrationInterface {
  readonly name = 'Acervo1764000000004';

  async up(q: QueryRunner): Promise<void> {
    for (const comando of COMANDOS) await q.query(comando);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const tabela of ['acervo_fila', 'acervo_semelhanca', 'acervo_mudanca', 'acervo_versao', 'acervo_complemento', 'acervo_licitacao']) await q.query(`drop table alicit.${tabela}`);
  }
}

const COMANDOS = [
  /** `dados` without items; `bruto` as it came. `duplicidade`: the same in records that are probably one tender, the record's own in one that has no other. Room is left in the pages: `vista_em` changes often, and no index has it. */
  `create table alicit.acervo_licitacao (
    numero text primary key, orgao_cnpj text not null, ano int not null, sequencial int not null,
    modalidade_id int, situacao text, uf text, codigo_ibge text, valor numeric(20,4),
    publicacao timestamptz, atualizacao timestamptz, abertura timestamptz, encerramento timestamptz,
    dados jsonb not null, bruto jsonb not null, versao int not null default 1, duplicidade text, origem text not null,
    criada_em timestamptz not null default now(), vista_em timestamptz not null, mudada_em timestamptz not null) with (fillfactor = 85)`,
  `create index acervo_licitacao_aberta on alicit.acervo_licitacao (encerramento, numero)`,
  `create index acervo_licitacao_onde on alicit.acervo_licitacao (modalidade_id, uf, publicacao)`,
  /** Lists, latest publication first; words of the object without accents. */
  `create index acervo_licitacao_recente on alicit.acervo_licitacao ((coalesce(publicacao, 'epoch'::timestamptz)) desc, numero desc)`,
  `create index acervo_licitacao_recente_uf on alicit.acervo_licitacao (uf, (coalesce(publicacao, 'epoch'::timestamptz)) desc, numero desc)`,
  `create index acervo_licitacao_recente_municipio on alicit.acervo_licitacao (codigo_ibge, (coalesce(publicacao, 'epoch'::timestamptz)) desc, numero desc)`,
  `create index acervo_licitacao_parada on alicit.acervo_licitacao (situacao, (coalesce(publicacao, 'epoch'::timestamptz)) desc, numero desc) where situacao <> 'divulgada'`,
  `create index acervo_licitacao_objeto on alicit.acervo_licitacao using gin (to_tsvector('portuguese', translate(lower(left(coalesce(dados ->> 'objeto', ''), 10000)), 'áàâãäéêëíîóôõöúüç', 'aaaaaeeeiioooouuc')))`,
  `create index acervo_licitacao_orgao on alicit.acervo_licitacao (orgao_cnpj, ano, sequencial)`,
  `create index acervo_licitacao_duplicidade on alicit.acervo_licitacao (duplicidade) where duplicidade is not null`,

  /** Items and lists of files. `para`: the record's version it was fetched for; a newer one makes it pending again. */
  `create table alicit.acervo_complemento (
    numero text not null references alicit.acervo_licitacao on delete cascade, parte text not null, estado text not null default 'pendente',
    dados jsonb, bruto jsonb, total int, para int, tentativas int not null default 0, proxima_em timestamptz not null default now(), completo_em timestamptz, erro text,
    primary key (numero, parte))`,
  `create index acervo_complemento_pendente on alicit.acervo_complemento (proxima_em) where estado = 'pendente'`,

  /** Records as they were before each change. */
  `create table alicit.acervo_versao (
    numero text not null references alicit.acervo_licitacao on delete cascade, versao int not null, bruto jsonb not null, vista_em timestamptz not null,
    primary key (numero, versao))`,
  `create table alicit.acervo_mudanca (
    id bigint generated always as identity primary key, numero text not null references alicit.acervo_licitacao on delete cascade,
    versao int not null, campo text not null, antes jsonb, depois jsonb, em timestamptz not null)`,
  `create index acervo_mudanca_numero on alicit.acervo_mudanca (numero, id desc)`,

  /** Hashed keys under which records that may be one tender meet. */
  `create table alicit.acervo_semelhanca (
    chave text not null, numero text not null references alicit.acervo_licitacao on delete cascade, primary key (chave, numero))`,
  `create index acervo_semelhanca_numero on alicit.acervo_semelhanca (numero)`,

  /** What each reader of novelties has still to look at: taken and erased in the transaction that uses it. */
  `create table alicit.acervo_fila (
    consumidor text not null, numero text not null references alicit.acervo_licitacao on delete cascade, em timestamptz not null default now(),
    primary key (consumidor, numero))`,
  `create index acervo_fila_ordem on alicit.acervo_fila (consumidor, em)`,
];
