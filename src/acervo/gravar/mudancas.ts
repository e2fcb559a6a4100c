import type { EntityManager } from 'typeorm';
import type { CampoMudado } from '../domain/mudancas/index.js';

/** Of one receipt of one list; what passes them is one change of the list as a whole, that says how many there were. */
const MAX_MUDANCAS = 2_000;
/** Versions kept of one record: what is older goes, its changes field by field stay. */
const MAX_VERSOES = 50;

export interface MudancasDe {
  readonly numero: string;
  /** The version they lead to. */
  readonly versao: number;
  readonly campos: readonly CampoMudado[];
}

export async function insertMudancas(m: EntityManager, mudancas: readonly MudancasDe[], em: Date): Promise<void> {
  const linhas = mudancas.flatMap(({ numero, versao, campos }) => bound(campos).map((c) => ({ numero, versao, ...c })));
  if (!linhas.length) return;
  await m.query(
    `insert into alicit.acervo_mudanca (numero, versao, campo, antes, depois, em)
     select numero, versao, campo, nullif(antes, 'null'), nullif(depois, 'null'), $2 from jsonb_to_recordset($1::jsonb) as r(numero text, versao int, campo text, antes jsonb, depois jsonb)`,
    [JSON.stringify(linhas), em],
  );
}

function bound(campos: readonly CampoMudado[]): readonly CampoMudado[] {
  if (campos.length <= MAX_MUDANCAS) return campos;
  return [...campos.slice(0, MAX_MUDANCAS - 1), { campo: campos[0]!.campo.split('/')[0]!, antes: null, depois: { mudancas: campos.length } }];
}

/** Keeps the records as they are before the change that is about to be written. */
export async function keepVersoes(m: EntityManager, numeros: readonly string[]): Promise<void> {
  await m.query(`insert into alicit.acervo_versao (numero, versao, bruto, vista_em) select numero, versao, bruto, vista_em from alicit.acervo_licitacao where numero = any($1)`, [numeros]);
  await trimVersoes(m, numeros);
}

export async function trimVersoes(m: EntityManager, numeros: readonly string[]): Promise<void> {
  await m.query(`delete from alicit.acervo_versao v using alicit.acervo_licitacao l where l.numero = any($1) and v.numero = l.numero and v.versao <= l.versao - $2`, [numeros, MAX_VERSOES]);
}
