import type { EntityManager } from 'typeorm';

type Consulta = Pick<EntityManager, 'query'>;

/** A tender the organisation follows. */
export interface Acompanhada {
  readonly licitacaoId: string;
  readonly desde: Date;
}

/** The table of followed tenders comes with their own feature: a database without it follows nothing. */
const hasTabela = async (m: Consulta): Promise<boolean> => (await m.query<{ tabela: string | null }[]>(`select to_regclass('alicit.acompanhamento')::text as tabela`))[0]?.tabela != null;

/** Organisations that follow any tender. */
export async function readOrganizacoesQueAcompanham(m: Consulta): Promise<string[]> {
  if (!(await hasTabela(m))) return [];
  return (await m.query<{ organizacao_id: string }[]>('select distinct organizacao_id from alicit.acompanhamento')).map((l) => l.organizacao_id);
}

/**
 * What a company is told of among what its organisation follows: what it analysed itself, and what no company of the organisation did.
 * @param limite newest first
 */
export async function readAcompanhadas(m: Consulta, organizacaoId: string, empresaId: string, limite: number): Promise<readonly Acompanhada[]> {
  if (!(await hasTabela(m))) return [];
  const linhas = await m.query<{ licitacao_id: string; criado_em: Date }[]>(
    `select c.licitacao_id, c.criado_em from alicit.acompanhamento c where c.organizacao_id = $1
       and (exists (select 1 from alicit.aviso_agenda g where g.organizacao_id = $1 and g.licitacao_id = c.licitacao_id and g.empresa_id = $2)
         or not exists (select 1 from alicit.aviso_agenda g where g.organizacao_id = $1 and g.licitacao_id = c.licitacao_id))
     order by c.criado_em desc limit $3`, [organizacaoId, empresaId, limite],
  );
  return linhas.map((l) => ({ licitacaoId: l.licitacao_id, desde: l.criado_em }));
}
