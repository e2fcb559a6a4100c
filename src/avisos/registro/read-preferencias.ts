import type { EntityManager } from 'typeorm';
import { PADRAO, type Preferencias } from '../domain/preferencias.js';

/** How a company wants to be told, and whether there is an address that is, or may come to be, written to. */
export interface PreferenciasDaEmpresa {
  readonly dados: Preferencias;
  readonly temEmail: boolean;
}

/** Of all these companies, with the defaults for those that said nothing. */
export async function readPreferencias(m: Pick<EntityManager, 'query'>, empresas: readonly { readonly id: string; readonly organizacaoId: string }[]): Promise<ReadonlyMap<string, PreferenciasDaEmpresa>> {
  const unicas = [...new Map(empresas.map((e) => [e.id, e.organizacaoId]))];
  const linhas = await m.query<{ id: string; dados: Preferencias | null; tem_email: boolean }[]>(
    `select e.id, p.dados, exists (select 1 from alicit.aviso_email x where x.empresa_id = e.id and x.organizacao_id = e.organizacao_id and x.estado = 'confirmado') as tem_email
     from unnest($1::text[], $2::text[]) as e (id, organizacao_id) left join alicit.aviso_preferencia p on p.empresa_id = e.id and p.organizacao_id = e.organizacao_id`,
    [unicas.map(([id]) => id), unicas.map(([, o]) => o)],
  );
  return new Map(linhas.map((l) => [l.id, { dados: l.dados ?? PADRAO, temEmail: l.tem_email }]));
}
