import type { EntityManager } from 'typeorm';
import { compareIdade, diffRegistro, mergeBruto, type Bruto, type CampoMudado } from '../domain/mudancas/index.js';
import { canonicalJson } from '../../kernel/index.js';
import type { Licitacao } from '../domain/licitacao.js';
import type { OrigemRegistro } from '../domain/registro.js';
import { toLicitacaoDe, type RegistroLido } from '../read-registro.js';
import { COLUNAS, NOMES, toLinha } from './linha.js';
import { insertMudancas, keepVersoes } from './mudancas.js';
import { tellNovidades } from './novidades.js';
import { isSemelhancaMudada, linkSemelhantes } from './semelhantes.js';

/** A row as kept, locked. */
interface Guardada {
  readonly numero: string;
  readonly versao: number;
  readonly bruto: Bruto;
  readonly dados: Omit<Licitacao, 'itens'>;
  readonly vista_em: Date;
}
/** `completada`: a fuller shape told what was not known; nothing changed. */
type Sorte =
  | { readonly tipo: 'igual' } | { readonly tipo: 'antiga' } | { readonly tipo: 'completada'; readonly registro: RegistroLido }
  | { readonly tipo: 'mudada'; readonly registro: RegistroLido; readonly versao: number; readonly campos: readonly CampoMudado[] };

export interface LoteGravado {
  readonly novas: readonly string[];
  readonly mudadas: readonly string[];
  readonly iguais: readonly string[];
  readonly antigas: readonly string[];
}

/**
 * Writes records of different numbers. Writers of the same numbers wait for one another: new rows are inserted, then known ones locked, both in
 * the order of the numbers, and nobody who holds a known row inserts; so none waits in a circle. The lock leaves foreign keys free.
 */
export async function gravarLote(m: EntityManager, lote: readonly RegistroLido[], { origem, vistaEm }: { readonly origem: OrigemRegistro; readonly vistaEm: Date }): Promise<LoteGravado> {
  const novas = await insertNovas(m, lote, origem, vistaEm);
  const criadas = new Set(novas);
  const conhecidos = new Map(lote.filter((r) => !criadas.has(r.controle.numero)).map((r) => [r.controle.numero, r]));
  const sortes = new Map((await lockConhecidas(m, [...conhecidos.keys()])).map((g) => [g.numero, judge(g, conhecidos.get(g.numero)!, vistaEm)]));
  const mudadas = [...sortes].flatMap(([numero, s]) => (s.tipo === 'mudada' ? [{ numero, ...s }] : []));
  const de = (tipo: Sorte['tipo']): string[] => [...sortes].flatMap(([numero, s]) => (s.tipo === tipo ? [numero] : []));
  await updateMudadas(m, mudadas, vistaEm);
  await updateRegistros(m, [...sortes.values()].flatMap((s) => (s.tipo === 'completada' ? [s.registro] : [])), null);
  await linkSemelhantes(m, [...lote.filter((r) => criadas.has(r.controle.numero)), ...mudadas.filter((x) => isSemelhancaMudada(x.campos)).map((x) => x.registro)]);
  const iguais = [...de('igual'), ...de('completada')];
  await touchIguais(m, iguais, vistaEm);
  await tellNovidades(m, [...novas, ...de('mudada'), ...de('completada')].sort());
  return { novas, mudadas: de('mudada'), iguais, antigas: de('antiga') };
}

function judge(antes: Guardada, registro: RegistroLido, vistaEm: Date): Sorte {
  const idade = compareIdade(antes.bruto, registro.bruto);
  if (idade !== null && idade < 0) return { tipo: 'antiga' };
  const bruto = mergeBruto(antes.bruto, registro.bruto);
  const licitacao = toLicitacaoDe(registro.controle, bruto);
  const campos = diffRegistro({ bruto: antes.bruto, licitacao: { ...antes.dados, itens: [] } }, { bruto, licitacao });
  if (campos.length && !idade && vistaEm < antes.vista_em) return { tipo: 'antiga' };
  const junto = { ...registro, bruto, licitacao };
  if (campos.length) return { tipo: 'mudada', registro: junto, versao: antes.versao + 1, campos };
  return Object.keys(bruto).length === Object.keys(antes.bruto).length && canonicalJson(bruto) === canonicalJson(antes.bruto) ? { tipo: 'igual' } : { tipo: 'completada', registro: junto };
}

async function insertNovas(m: EntityManager, lote: readonly RegistroLido[], origem: OrigemRegistro, vistaEm: Date): Promise<readonly string[]> {
  const linhas = await m.query<{ numero: string }[]>(
    `insert into alicit.acervo_licitacao (numero, ${NOMES}, duplicidade, origem, vista_em, mudada_em)
     select numero, ${NOMES}, numero, $2, $3, $3 from jsonb_to_recordset($1::jsonb) as r(numero text, ${COLUNAS}) order by numero on conflict (numero) do nothing returning numero`,
    [JSON.stringify(lote.map(toLinha)), origem, vistaEm],
  );
  const novas = linhas.map((l) => l.numero);
  if (novas.length) {
    await m.query(`insert into alicit.acervo_complemento (numero, parte, proxima_em) select n, p, $2 from unnest($1::text[]) as n cross join unnest(array['itens', 'arquivos']) as p`, [novas, vistaEm]);
  }
  return novas;
}

async function lockConhecidas(m: EntityManager, numeros: readonly string[]): Promise<readonly Guardada[]> {
  if (!numeros.length) return [];
  return m.query<Guardada[]>('select numero, versao, bruto, dados, vista_em from alicit.acervo_licitacao where numero = any($1) order by numero for no key update', [numeros]);
}

async function updateMudadas(m: EntityManager, mudadas: readonly { numero: string; registro: RegistroLido; versao: number; campos: readonly CampoMudado[] }[], vistaEm: Date): Promise<void> {
  if (!mudadas.length) return;
  const numeros = mudadas.map((x) => x.numero);
  await keepVersoes(m, numeros);
  await updateRegistros(m, mudadas.map((x) => x.registro), vistaEm);
  await insertMudancas(m, mudadas, vistaEm);
  await m.query(`update alicit.acervo_complemento set estado = 'pendente', proxima_em = $2, tentativas = 0, erro = null where numero = any($1)`, [numeros, vistaEm]);
}

/** `mudadaEm`: they are new versions, seen then; null: the same versions, better known. */
async function updateRegistros(m: EntityManager, registros: readonly RegistroLido[], mudadaEm: Date | null): Promise<void> {
  if (!registros.length) return;
  const valores = NOMES.split(',').map((n) => `r.${n.trim()}`).join(', ');
  await m.query(
    `update alicit.acervo_licitacao l set (${NOMES}) = row(${valores}), versao = l.versao + ($2::timestamptz is not null)::int, vista_em = greatest(l.vista_em, $2), mudada_em = coalesce($2, l.mudada_em)
     from jsonb_to_recordset($1::jsonb) as r(numero text, ${COLUNAS}) where l.numero = r.numero`,
    [JSON.stringify(registros.map(toLinha)), mudadaEm],
  );
}

/** Windows overlap, and see the same again and again: the age of the data is kept to some minutes. */
async function touchIguais(m: EntityManager, numeros: readonly string[], vistaEm: Date): Promise<void> {
  if (numeros.length) await m.query(`update alicit.acervo_licitacao set vista_em = $2 where numero = any($1) and vista_em < $2::timestamptz - interval '10 minutes'`, [numeros, vistaEm]);
}
