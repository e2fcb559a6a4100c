import type { EntityManager } from 'typeorm';
import { sha256De } from '../../kernel/index.js';
import { CAMPOS_DE_SEMELHANCA, chavesDeSemelhanca, isMesmaLicitacao, type Semelhante } from '../domain/duplicidade.js';
import type { Licitacao } from '../domain/licitacao.js';
import type { CampoMudado } from '../domain/mudancas/index.js';
import type { RegistroLido } from '../read-registro.js';

/** Of one tender; a key more records share than this says little. */
const MAX_CANDIDATAS = 20;

/** Two records that are probably one tender. */
interface Par {
  readonly numero: string;
  readonly outro: string;
  /** Of the other one. */
  readonly duplicidade: string | null;
}

export const isSemelhancaMudada = (campos: readonly CampoMudado[]): boolean => campos.some((c) => CAMPOS_DE_SEMELHANCA.has(c.campo));

/** What is probably the same tender as each of these, which have their keys kept. */
export async function findSemelhantes(m: EntityManager, de: readonly { readonly numero: string; readonly licitacao: Semelhante }[]): Promise<readonly Par[]> {
  const suas = new Map(de.map((d) => [d.numero, d.licitacao]));
  const candidatas = await m.query<(Par & { dados: Omit<Licitacao, 'itens'> })[]>(
    `select distinct on (s.numero, l.numero) s.numero, l.numero as outro, l.duplicidade, l.dados
     from alicit.acervo_semelhanca s
     cross join lateral (select o.numero from alicit.acervo_semelhanca o where o.chave = s.chave and o.numero <> s.numero order by o.numero limit $2) o
     join alicit.acervo_licitacao l on l.numero = o.numero
     where s.numero = any($1) order by s.numero, l.numero`,
    [[...suas.keys()], MAX_CANDIDATAS],
  );
  return candidatas.filter((c) => isMesmaLicitacao(suas.get(c.numero)!, c.dados)).map(({ numero, outro, duplicidade }) => ({ numero, outro, duplicidade }));
}

/** Keeps the keys of new or changed records and joins each to the group of what it repeats; one that repeats nothing is a group of its own. */
export async function linkSemelhantes(m: EntityManager, registros: readonly RegistroLido[]): Promise<void> {
  if (!registros.length) return;
  const numeros = registros.map((r) => r.controle.numero);
  const chaves = registros.flatMap(({ controle, licitacao }) => chavesDeSemelhanca(licitacao).map((c) => ({ numero: controle.numero, chave: sha256De(c).slice(0, 32) })));
  await m.query('delete from alicit.acervo_semelhanca where numero = any($1)', [numeros]);
  await m.query('insert into alicit.acervo_semelhanca (chave, numero) select chave, numero from jsonb_to_recordset($1::jsonb) as r(chave text, numero text) on conflict do nothing', [JSON.stringify(chaves)]);
  const pares = await findSemelhantes(m, registros.map((r) => ({ numero: r.controle.numero, licitacao: r.licitacao })));
  await joinGrupos(m, numeros, pares);
}

/** Only rows of this transaction are written: those they resemble keep their group. */
async function joinGrupos(m: EntityManager, numeros: readonly string[], pares: readonly Par[]): Promise<void> {
  const grupos = new Map<string, string>();
  for (const { numero, outro, duplicidade } of pares) if (!grupos.has(numero)) grupos.set(numero, grupos.get(outro) ?? duplicidade ?? outro);
  if (grupos.size) {
    await m.query(
      'update alicit.acervo_licitacao l set duplicidade = r.duplicidade from unnest($1::text[], $2::text[]) as r(numero, duplicidade) where l.numero = r.numero and l.duplicidade is distinct from r.duplicidade',
      [[...grupos.keys()], [...grupos.values()]],
    );
  }
  // A version that repeats nothing any more leaves its group, which may bear its number.
  await m.query(
    `update alicit.acervo_licitacao l set duplicidade = l.numero || '#' || l.versao where l.numero = any($1) and l.versao > 1
       and exists (select 1 from alicit.acervo_licitacao o where o.duplicidade = l.duplicidade and o.numero <> l.numero)`,
    [numeros.filter((n) => !grupos.has(n))],
  );
}
