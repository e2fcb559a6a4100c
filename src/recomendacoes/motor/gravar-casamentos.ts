import type { Cliente } from './cliente.js';
import type { TextoGuardado } from './texto-guardado.js';
import { VERSAO_MOTOR } from './versao.js';

/** A match to be written. `perfil`: the hash it was made of. */
export interface Linha {
  readonly organizacaoId: string;
  readonly empresaId: string;
  readonly perfil: string;
  readonly numero: string;
  readonly topico: number;
  readonly ordem: number;
  readonly excluida: boolean;
  readonly revisao: number;
}

/**
 * Writes matches of companies that still have the profile they were made of, and remembers for who tells of them those that are new,
 * or have become good enough.
 */
export async function writeCasamentos(c: Cliente, linhas: readonly Linha[], estatistica: number, avisoMinimo: number): Promise<{ readonly casamentos: number; readonly novas: number }> {
  const { rows: [feitas] } = await c.query<{ casamentos: number; novas: number }>(
    `with entrada as materialized (
       select n.*, (select r.topico from alicit.recomendacao r where r.empresa_id = n.empresa_id and r.numero = n.numero and not r.excluida) as antes from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::float8[], $7::boolean[], $8::bigint[]) as n (empresa_id, organizacao_id, perfil, numero, topico, ordem, excluida, revisao)
       join alicit.recomendacao_empresa e on e.empresa_id = n.empresa_id and e.perfil = n.perfil and e.motor = $10),
     gravada as (
       insert into alicit.recomendacao as r (empresa_id, numero, organizacao_id, topico, ordem, excluida, revisao, estatistica)
       select empresa_id, numero, organizacao_id, topico, ordem, excluida, revisao, $9 from entrada
       on conflict (empresa_id, numero) do update set topico = excluded.topico, ordem = excluded.ordem, excluida = excluded.excluida, razoes = null, exclusoes = null, revisao = excluded.revisao, estatistica = excluded.estatistica, gravada_em = now()
       where r.revisao <= excluded.revisao
       returning 1),
     nova as (
       insert into alicit.recomendacao_nova (empresa_id, numero, organizacao_id, topico)
       select empresa_id, numero, organizacao_id, topico from entrada where not excluida and topico >= $11 and coalesce(antes, 0) < $11 on conflict do nothing returning 1)
     select (select count(*)::int from gravada) as casamentos, (select count(*)::int from nova) as novas`,
    [
      linhas.map((l) => l.empresaId), linhas.map((l) => l.organizacaoId), linhas.map((l) => l.perfil), linhas.map((l) => l.numero), linhas.map((l) => l.topico), linhas.map((l) => l.ordem), linhas.map((l) => l.excluida), linhas.map((l) => l.revisao),
      estatistica, VERSAO_MOTOR, avisoMinimo,
    ],
  );
  return feitas!;
}

/** Matches of what these texts no longer say, and of what is no longer of use. */
export async function forgetCasamentos(c: Cliente, mudados: readonly TextoGuardado[], fora: readonly string[]): Promise<void> {
  if (mudados.length)
    await c.query(
      `delete from alicit.recomendacao r /* sistema: a text that changed is no match of before */ using unnest($1::text[], $2::bigint[]) as n (numero, revisao) where r.numero = n.numero and r.revisao < n.revisao`,
      [mudados.map((m) => m.numero), mudados.map((m) => m.revisao)],
    );
  if (!fora.length) return;
  await c.query('delete from alicit.recomendacao /* sistema: tenders that closed long ago */ where numero = any($1::text[])', [fora]);
  await c.query('delete from alicit.recomendacao_nova /* sistema: tenders that closed long ago */ where numero = any($1::text[])', [fora]);
}
