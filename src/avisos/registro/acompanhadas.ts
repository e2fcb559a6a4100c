import type { EntityManager } from 'typeorm';

type Consulta = Pick<EntityManager, 'query'>;

/** A tender the organisation follows. */
export interface Acompanhada {
  readonly licitacaoId: string;
  readonly desde: Date;
}

/** Organisations that follow any tender. */
export const readOrganizacoesQueAcompanham = async (m: Consulta): Promise<string[]> =>
  (await m.query<{ organizacao_id: string }[]>('select distinct organizacao_id from alicit.acompanhamento')).map((l) => l.organizacao_id);

/**
 * What a company is told of among what its organisation follows: what is followed for it by name; of what is followed for nobody in particular,
 * what it analysed itself and what no company of the organisation did. Newest first.
 */
export async function readAcompanhadas(m: Consulta, organizacaoId: string, empresaId: string, limite: number): Promise<readonly Acompanhada[]> {
  const linhas = await m.query<{ licitacao_id: string; criado_em: Date }[]>(
    `select c.licitacao_id, c.criado_em from alicit.acompanhamento c
     where c.organizacao_id = $1
       and case when exists (select 1 from alicit.acompanhamento_empresa x where x.organizacao_id = $1 and x.acompanhamento_id = c.id)
         then exists (select 1 from alicit.acompanhamento_empresa x where x.organizacao_id = $1 and x.acompanhamento_id = c.id and x.empresa_id = $2)
         else exists (select 1 from alicit.aviso_agenda g where g.organizacao_id = $1 and g.licitacao_id = c.licitacao_id and g.empresa_id = $2)
           or not exists (select 1 from alicit.aviso_agenda g where g.organizacao_id = $1 and g.licitacao_id = c.licitacao_id) end
     order by c.criado_em desc, c.id desc limit $3`, [organizacaoId, empresaId, limite],
  );
  return linhas.map((l) => ({ licitacaoId: l.licitacao_id, desde: l.criado_em }));
}
