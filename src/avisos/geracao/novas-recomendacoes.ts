import type { EntityManager } from 'typeorm';
import type { Razao } from '../../recomendacoes/index.js';
import { colunasDe, type LinhaLicitacao } from '../registro/licitacao-do-aviso.js';

/** A tender that arrived and suits a company. */
export interface NovaRecomendacao extends LinhaLicitacao {
  readonly empresa_id: string;
  readonly organizacao_id: string;
  /** 0 to 1. */
  readonly topico: number;
  readonly situacao: string | null;
  /** Null: the match is gone since. */
  readonly razoes: readonly Razao[] | null;
}

/** Where new matches come from. */
export interface NovasRecomendacoes {
  /** The oldest, taken for good in the caller's transaction; what another process is taking is left to it. */
  take(m: EntityManager, limite: number): Promise<readonly NovaRecomendacao[]>;
}

export const NOVAS_RECOMENDACOES = Symbol('novas-recomendacoes');

/** As the reverse matching leaves them. */
export const novasRecomendacoesSql: NovasRecomendacoes = {
  take: (m, limite) => m.query<NovaRecomendacao[]>(
    `with vez as (select empresa_id, numero from alicit.recomendacao_nova /* sistema: takes what arrived, of all */ order by criada_em, empresa_id, numero limit $1 for update skip locked),
     tirada as (delete from alicit.recomendacao_nova n using vez where n.empresa_id = vez.empresa_id and n.numero = vez.numero returning n.empresa_id, n.numero, n.organizacao_id, n.topico)
     select t.empresa_id, t.organizacao_id, t.topico, a.numero, a.situacao, ${colunasDe('a.dados')}, l.id as licitacao_id, r.razoes
     from tirada t join alicit.acervo_licitacao a on a.numero = t.numero
       left join alicit.licitacao l on l.organizacao_id = t.organizacao_id and l.numero_controle_pncp = t.numero and l.origem <> 'envio'
       left join alicit.recomendacao r on r.empresa_id = t.empresa_id and r.numero = t.numero and r.organizacao_id = t.organizacao_id`, [limite],
  ),
};
