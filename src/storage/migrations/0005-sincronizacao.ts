import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was read of PNCP's lists and how: windows, the answers of those under way, and who reads. Shared by all organisations. */
export class Sincronizacao1764000000005 implements MigrationInterface {
  readonly name = 'Sincronizacao1764000000005';

  async up(q: QueryRunner): Promise<void> {
    for (const comando of COMANDOS) await q.query(comando);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const tabela of ['sinc_pagina', 'sinc_janela', 'sinc_execucao']) await q.query(`drop table alicit.${tabela}`);
  }
}

const COMANDOS = [
  /** One reading at a time of each `tipo`: whoever holds the row that is `executando`, while `batida_em` is young. */
  `create table alicit.sinc_execucao (
    id bigint generated always as identity primary key, tipo text not null, motivo text not null, pedido jsonb not null, estado text not null default 'executando',
    posse_ms int not null, batida_em timestamptz not null default now(), iniciada_em timestamptz not null default now(), terminada_em timestamptz,
    contagem jsonb not null default '{}', erros jsonb not null default '{}', erro text)`,
  `create unique index sinc_execucao_uma on alicit.sinc_execucao (tipo) where estado = 'executando'`,

  /** A route × modality × period [× state]. Parts point to what they are part of, and to the first of it (`raiz`); `uf` null: all states. */
  `create table alicit.sinc_janela (
    id bigint generated always as identity primary key, pai bigint references alicit.sinc_janela on delete cascade, raiz bigint,
    rota text not null, modalidade int not null, uf text, de date not null, ate date not null, estado text not null default 'aberta',
    esperado int, invalidos int not null default 0, falhas jsonb not null default '{}', tentativas int not null default 0, lacunas int not null default 0,
    proxima_em timestamptz not null default now(), erro text, lida_em timestamptz, fechada_em timestamptz, criada_em timestamptz not null default now())`,
  `create unique index sinc_janela_alvo on alicit.sinc_janela (rota, modalidade, coalesce(uf, ''), de, ate)`,
  `create index sinc_janela_pai on alicit.sinc_janela (pai) where pai is not null`,
  `create index sinc_janela_raiz on alicit.sinc_janela (raiz) where raiz is not null`,
  `create index sinc_janela_pendente on alicit.sinc_janela (proxima_em) where estado <> 'fechada'`,

  /** Answers to the pages of a window under way, in the order they came; erased when it ends. */
  `create table alicit.sinc_pagina (
    janela bigint not null references alicit.sinc_janela on delete cascade, ordem bigint generated always as identity,
    pagina int not null, total int not null, total_paginas int, chaves text[] not null, pedida_em timestamptz not null,
    primary key (janela, ordem))`,
];
