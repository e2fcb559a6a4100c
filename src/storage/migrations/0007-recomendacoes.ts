import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which tenders suit which company: the texts and the statistic they are matched by (shared), the matches and what companies say of them (theirs). */
export class Recomendacoes1764000000007 implements MigrationInterface {
  readonly name = 'Recomendacoes1764000000007';

  async up(q: QueryRunner): Promise<void> {
    for (const comando of COMANDOS) await q.query(comando);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const tabela of ['recomendacao_pendente', 'recomendacao_nova', 'recomendacao_retorno', 'recomendacao', 'recomendacao_empresa', 'recomendacao_estatistica', 'recomendacao_texto']) await q.query(`drop table alicit.${tabela}`);
    await q.query('drop sequence alicit.recomendacao_revisao');
  }
}

const COMANDOS = [
  `create sequence alicit.recomendacao_revisao`,
  /**
   * What the matching compares of a tender that is open, or closed recently. `encerramento`: infinity when it is not known. What the list is ordered and filtered by stands here too: the record is ten times as wide. `hash` names the words it was made of; `revisao` rises with
   * every change and is given out by one writer at a time, so that whoever has read up to one has missed nothing below it.
   */
  `create table alicit.recomendacao_texto (
    numero text primary key references alicit.acervo_licitacao on delete cascade, motor text not null, hash text not null, revisao bigint not null,
    compilado bytea not null, assinatura int[] not null, me_epp text, encerramento timestamptz not null,
    uf text, codigo_ibge text, modalidade_id int, valor numeric(20,4), situacao text, publicacao timestamptz, duplicidade text, gravado_em timestamptz not null default now())`,
  `create index recomendacao_texto_revisao on alicit.recomendacao_texto (revisao)`,
  `create index recomendacao_texto_motor on alicit.recomendacao_texto (motor)`,
  `create index recomendacao_texto_encerramento on alicit.recomendacao_texto (encerramento)`,

  /** What was taken from the collection's novelties and is still to be matched: so that no transaction waits for the matching. `vez` rises when it comes again meanwhile. */
  `create table alicit.recomendacao_pendente (
    numero text primary key references alicit.acervo_licitacao on delete cascade, vez int not null default 0, em timestamptz not null default now())`,
  `create index recomendacao_pendente_ordem on alicit.recomendacao_pendente (em, numero)`,

  /** In how many texts each word is: the newest of the engine's version counts. */
  `create table alicit.recomendacao_estatistica (
    id int generated always as identity primary key, motor text not null, textos int not null, dados bytea not null, criada_em timestamptz not null default now())`,

  /** What a company's matches were made of. `corte`: the least of them when there are more than are kept; `cortada` says so. */
  `create table alicit.recomendacao_empresa (
    empresa_id text primary key references alicit.empresa on delete cascade, organizacao_id text not null references alicit.organizacao on delete cascade,
    empresa_versao int not null, perfil text not null, motor text not null, estatistica int not null,
    total int not null, cortada boolean not null default false, corte double precision not null default 0, ms int not null, calculada_em timestamptz not null default now())`,
  `create index recomendacao_empresa_organizacao on alicit.recomendacao_empresa (organizacao_id)`,

  /** A tender that matches a company. `topico` 0 to 1; `ordem` is what the best are kept by: the topic moved by the region. Why is written when it is first shown. No index by organisation: only exporting or erasing a whole one asks by it, and each row written would pay. */
  `create table alicit.recomendacao (
    empresa_id text not null references alicit.empresa on delete cascade, numero text not null, organizacao_id text not null references alicit.organizacao on delete cascade,
    topico double precision not null, ordem double precision not null, excluida boolean not null default false,
    razoes jsonb, exclusoes jsonb, revisao bigint not null, estatistica int not null, gravada_em timestamptz not null default now(),
    primary key (empresa_id, numero))`,
  `create index recomendacao_numero on alicit.recomendacao (numero)`,

  /** What a company said of a tender. `dados` and `assinatura`: what the tender was then, to find the like of it after it is gone. */
  `create table alicit.recomendacao_retorno (
    id text primary key, organizacao_id text not null references alicit.organizacao on delete cascade, empresa_id text not null references alicit.empresa on delete cascade,
    numero text not null, retorno text not null, motivo text, observacao text, dados jsonb not null, assinatura int[] not null,
    criado_em timestamptz not null default now(), atualizado_em timestamptz not null default now(), unique (empresa_id, numero))`,
  `create index recomendacao_retorno_empresa on alicit.recomendacao_retorno (organizacao_id, empresa_id, id desc)`,

  /** Matches that arrived with a tender, for who tells of them: taken and erased in the transaction that uses them. */
  `create table alicit.recomendacao_nova (
    empresa_id text not null references alicit.empresa on delete cascade, numero text not null, organizacao_id text not null references alicit.organizacao on delete cascade,
    topico double precision not null, criada_em timestamptz not null default now(), primary key (empresa_id, numero))`,
  `create index recomendacao_nova_ordem on alicit.recomendacao_nova (criada_em)`,
];
