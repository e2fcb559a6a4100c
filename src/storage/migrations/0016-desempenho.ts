import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes of the main queries, for tables of 100,000 rows and more, and of what is deleted with something else. */
export class Desempenho1764000000016 implements MigrationInterface {
  readonly name = 'Desempenho1764000000016';

  async up(q: QueryRunner): Promise<void> {
    for (const [nome, onde] of INDICES) await q.query(`create index ${nome} on alicit.${onde}`);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const [nome] of INDICES) await q.query(`drop index alicit.${nome}`);
  }
}

/** What points to an organisation, and had no index that begins with it: erasing one would read each of these from end to end. */
const DA_ORGANIZACAO: readonly string[] = [
  'acompanhamento_empresa', 'analise_etapa', 'analise_tentativa', 'aviso', 'aviso_agenda', 'aviso_email', 'aviso_envio', 'aviso_feed', 'aviso_link', 'aviso_mensagem', 'correcao', 'empresa_documento', 'evento',
  'leitura', 'licitacao_arquivo', 'licitacao_arquivo_pncp', 'recomendacao', 'recomendacao_nova', 'webhook_entrega', 'webhook_tentativa',
];

const INDICES: readonly (readonly [string, string])[] = [
  // Filters of lists, newest first.
  ['analise_da_empresa', 'analise (organizacao_id, empresa_id, id desc)'],
  ['analise_da_licitacao', 'analise (organizacao_id, licitacao_id, id desc)'],
  ['analise_estado', 'analise (organizacao_id, estado, id desc)'],
  ['analise_desfecho', `analise (organizacao_id, (resumo ->> 'desfecho'), id desc)`],
  ['analise_criada', 'analise (organizacao_id, criada_em)'],
  ['empresa_organizacao', 'empresa (organizacao_id, id)'],
  ['webhook_entrega_estado', 'webhook_entrega (webhook_id, estado, id desc)'],
  // What the sweep of results asks: old ones, and whether an analysis still has them.
  ['trabalho_criado', 'trabalho (criado_em) where organizacao_id is not null'],
  ['analise_resultado', 'analise (resultado) where resultado is not null'],
  ['analise_relatorio', 'analise (relatorio) where relatorio is not null'],
  // What goes with a tender, a file, a record of the collection.
  ['conversa_licitacao', 'conversa (licitacao_id)'],
  ['licitacao_arquivo_pncp_arquivo', 'licitacao_arquivo_pncp (arquivo_id) where arquivo_id is not null'],
  ['acervo_fila_numero', 'acervo_fila (numero)'],
  ...DA_ORGANIZACAO.map((tabela) => [`${tabela}_da_organizacao`, `${tabela} (organizacao_id)`] as const),
];
