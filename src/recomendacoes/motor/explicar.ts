import type { Empresa } from '../../empresas/index.js';
import { explainTopico } from '../index.js';
import type { Ambiente } from './ambiente.js';
import type { Casamento, RazaoGuardada } from './casamento.js';
import { withCliente, type Cliente } from './cliente.js';
import { estadoDe } from './estado.js';
import { toTexto } from './gravar-textos.js';
import { perfilHash } from './perfil-hash.js';
import { openPerfil } from './perfis.js';
import { VERSAO_MOTOR } from './versao.js';

const MAX_RAZOES = 6;
const MAX_TRECHO = 200;
const MAX_EXCLUSOES = 5;

export interface PedidoDeExplicacao {
  readonly ambiente: Ambiente;
  readonly organizacaoId: string;
  readonly empresaId: string;
  readonly numeros: readonly string[];
}

interface Fonte {
  readonly numero: string;
  readonly objeto: string | null;
  readonly itens: readonly { readonly numero: number; readonly descricao: string; readonly beneficio: string | null }[] | null;
  /** Of the match when it was read; null: it is none. */
  readonly revisao: string | null;
}

/** Why each of these tenders suits a company: kept beside the match, if it is one, so that it is told once. */
export function explicarCasamentos({ ambiente, organizacaoId, empresaId, numeros }: PedidoDeExplicacao): Promise<Readonly<Record<string, Casamento>>> {
  return withCliente(ambiente, async (c) => {
    const estado = estadoDe(ambiente);
    const { estatistica } = await estado.refreshEstatistica(c);
    const { rows: [empresa] } = await c.query<{ perfil: Empresa }>('select perfil from alicit.empresa where organizacao_id = $1 and id = $2', [organizacaoId, empresaId]);
    if (!empresa) return {};
    const hash = perfilHash(empresa.perfil);
    const perfil = openPerfil(estado.perfis.get(hash) ?? estado.perfis.put(hash, empresa.perfil));
    const { rows } = await c.query<Fonte>(
      `select l.numero, l.dados ->> 'objeto' as objeto, i.dados as itens, r.revisao from alicit.acervo_licitacao l
       left join alicit.acervo_complemento i on i.numero = l.numero and i.parte = 'itens' left join alicit.recomendacao r on r.numero = l.numero and r.organizacao_id = $2 and r.empresa_id = $3 where l.numero = any($1::text[])`, [numeros, organizacaoId, empresaId],
    );
    const explicadas = rows.map((f) => {
      const { razoes, exclusoes } = explainTopico(perfil, toTexto(f), estatistica);
      const casamento: Casamento = {
        razoes: razoes.slice(0, MAX_RAZOES).map(({ produto, fonte, trecho, item, tipo, classe }): RazaoGuardada => ({ produto, fonte, trecho: trecho.slice(0, MAX_TRECHO), item, tipo, classe })),
        exclusoes: exclusoes.slice(0, MAX_EXCLUSOES).map(({ palavra, trecho, alcance }) => ({ palavra, trecho: trecho.slice(0, MAX_TRECHO), alcance })),
      };
      return { numero: f.numero, revisao: f.revisao, casamento };
    });
    await keep(c, { organizacaoId, empresaId, hash }, explicadas);
    return Object.fromEntries(explicadas.map((x) => [x.numero, x.casamento]));
  });
}

/** Only beside matches of this profile and engine that are still those that were explained. */
async function keep(c: Cliente, { organizacaoId, empresaId, hash }: { readonly organizacaoId: string; readonly empresaId: string; readonly hash: string }, explicadas: readonly { readonly numero: string; readonly revisao: string | null; readonly casamento: Casamento }[]): Promise<void> {
  const dasGuardadas = explicadas.filter((x) => x.revisao !== null);
  if (!dasGuardadas.length) return;
  await c.query(
    `update alicit.recomendacao r set razoes = n.razoes, exclusoes = n.exclusoes
     from unnest($4::text[], $5::bigint[], $6::jsonb[], $7::jsonb[]) as n (numero, revisao, razoes, exclusoes), alicit.recomendacao_empresa e
     where r.organizacao_id = $1 and r.empresa_id = $2 and r.numero = n.numero and r.revisao = n.revisao and e.empresa_id = r.empresa_id and e.perfil = $3 and e.motor = $8`,
    [organizacaoId, empresaId, hash, dasGuardadas.map((x) => x.numero), dasGuardadas.map((x) => x.revisao), dasGuardadas.map((x) => JSON.stringify(x.casamento.razoes)), dasGuardadas.map((x) => JSON.stringify(x.casamento.exclusoes)), VERSAO_MOTOR],
  );
}
