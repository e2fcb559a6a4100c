import { performance } from 'node:perf_hooks';
import type { Empresa } from '../../empresas/index.js';
import type { Ambiente } from './ambiente.js';
import { ABAIXO_DO_MINIMO, applySentido } from './apply-sentido.js';
import { consultaDe, transact, withCliente, type Cliente } from './cliente.js';
import { estadoDe, type Estado } from './estado.js';
import { emPreparo } from './em-preparo.js';
import { perfilHash } from './perfil-hash.js';
import { openPerfil, ordemDe, type PerfilGuardado } from './perfis.js';
import type { TextoAchado } from './texto-guardado.js';
import { VERSAO_MOTOR } from './versao.js';
import { isVigente } from './vigente.js';

/** What a word excludes is kept to be shown, this many for each that is not excluded. */
const PARTE_DAS_EXCLUIDAS = 0.2;

export interface PedidoDeCalculo {
  readonly ambiente: Ambiente;
  readonly organizacaoId: string;
  readonly empresaId: string;
  /** Milliseconds. */
  readonly agora: number;
  /** Tenders by nearness in meaning to the company, nearest first; none where there are no vectors. */
  readonly sentido: readonly string[];
}

/** What was written. `textos`: how many were looked through. */
export interface Calculo {
  readonly total: number;
  readonly textos: number;
  readonly ms: number;
  /** Nothing had to be done: the company is gone, or its matches were of this very profile. */
  readonly feito: boolean;
}

interface Guardada extends TextoAchado {
  readonly ordem: number;
}

/** All matches of one company, written in place of those it had. @throws AlicitError `recomendacoes_em_preparo` while the texts are of another engine */
export function calcularEmpresa({ ambiente, organizacaoId, empresaId, agora, sentido }: PedidoDeCalculo): Promise<Calculo> {
  return withCliente(ambiente, async (c) => {
    const inicio = performance.now();
    const estado = estadoDe(ambiente);
    await requireTextos(c);
    await estado.refreshIndice(c, agora);
    const { rows: [empresa] } = await c.query<{ perfil: Empresa; versao: number }>('select perfil, versao from alicit.empresa where organizacao_id = $1 and id = $2', [organizacaoId, empresaId]);
    if (!empresa) return { total: 0, textos: estado.indice.total, ms: 0, feito: false };
    const hash = perfilHash(empresa.perfil);
    const perfil = estado.perfis.get(hash) ?? estado.perfis.put(hash, empresa.perfil);
    const { ficam, cortada, corte } = choose(search(estado, perfil, ambiente, sentido), perfil, ambiente);
    const escrita = { organizacaoId, empresaId, versao: empresa.versao, hash, ficam, cortada, corte, estado, inicio };
    const feito = await transact(c, () => write(c, escrita));
    return { total: ficam.length, textos: estado.indice.total, ms: performance.now() - inicio, feito };
  });
}

/** Matches made of texts of two engines could not be compared. */
async function requireTextos(c: Cliente): Promise<void> {
  const { rows } = await c.query('select 1 from alicit.recomendacao_texto where motor < $1 or motor > $1 limit 1', [VERSAO_MOTOR]);
  if (rows.length) throw emPreparo();
}

/** Twice what is kept: who goes to where the tender is passes over a better topic elsewhere. */
function search({ indice, estatistica }: Estado, perfil: PerfilGuardado, { limites: { minimo, maxPorEmpresa } }: Ambiente, sentido: readonly string[]): TextoAchado[] {
  const achados = indice.search(openPerfil(perfil), estatistica.estatistica, { minimo: sentido.length ? minimo * ABAIXO_DO_MINIMO : minimo, top: maxPorEmpresa * 2 });
  return sentido.length ? applySentido(achados, sentido, minimo) : achados;
}

/** The best, and the best of those a word excludes. */
export function choose(achados: readonly TextoAchado[], perfil: Pick<PerfilGuardado, 'uf' | 'ufsDeInteresse'>, { limites: { maxPorEmpresa } }: Pick<Ambiente, 'limites'>): { readonly ficam: readonly Guardada[]; readonly cortada: boolean; readonly corte: number } {
  const todas = achados.map((a): Guardada => ({ ...a, ordem: ordemDe(a.topico, a.uf, perfil) })).sort((a, b) => b.ordem - a.ordem || (a.numero < b.numero ? -1 : 1));
  const boas = todas.filter((a) => !a.excluida);
  const cortada = boas.length > maxPorEmpresa;
  const ficam = boas.slice(0, maxPorEmpresa);
  return { ficam: [...ficam, ...todas.filter((a) => a.excluida).slice(0, Math.ceil(maxPorEmpresa * PARTE_DAS_EXCLUIDAS))], cortada, corte: cortada ? ficam.at(-1)!.ordem : 0 };
}

interface Escrita {
  readonly organizacaoId: string;
  readonly empresaId: string;
  readonly versao: number;
  readonly hash: string;
  readonly ficam: readonly Guardada[];
  readonly cortada: boolean;
  readonly corte: number;
  readonly estado: Estado;
  readonly inicio: number;
}

/** The company's state is locked first: two who compute it at once write one after the other, and who comes with an older profile, or an older engine, does not write. */
async function write(c: Cliente, { organizacaoId, empresaId, versao, hash, ficam, cortada, corte, estado, inicio }: Escrita): Promise<boolean> {
  const { id: estatistica } = estado.estatistica;
  const vigente = await isVigente(consultaDe(c));
  const { rows: [feita] } = await c.query<{ empresa_versao: number }>(
    `insert into alicit.recomendacao_empresa as e (empresa_id, organizacao_id, empresa_versao, perfil, motor, estatistica, total, cortada, corte, ms)
     select id, organizacao_id, $3, $4, $5, $6, $7, $8, $9, $10 from alicit.empresa where organizacao_id = $1 and id = $2
     on conflict (empresa_id) do update set empresa_versao = excluded.empresa_versao, perfil = excluded.perfil, motor = excluded.motor, estatistica = excluded.estatistica, total = excluded.total, cortada = excluded.cortada,
       corte = excluded.corte, ms = excluded.ms, calculada_em = now() where e.empresa_versao <= excluded.empresa_versao and ($11 or e.motor = excluded.motor)
     returning empresa_versao`,
    [organizacaoId, empresaId, versao, hash, VERSAO_MOTOR, estatistica, ficam.length, cortada, corte, Math.round(performance.now() - inicio), vigente],
  );
  if (!feita) return false;
  const { rows: tinha } = await c.query<{ numero: string }>('select numero from alicit.recomendacao where organizacao_id = $1 and empresa_id = $2', [organizacaoId, empresaId]);
  const fica = new Set(ficam.map((f) => f.numero));
  // What arrived after the index was read is not known to it, and stays.
  const saem = tinha.flatMap(({ numero }) => (!fica.has(numero) && estado.indice.has(numero) ? [numero] : []));
  if (saem.length) await c.query('delete from alicit.recomendacao where organizacao_id = $1 and empresa_id = $2 and numero = any($3::text[])', [organizacaoId, empresaId, saem]);
  await c.query(
    `insert into alicit.recomendacao as r (empresa_id, numero, organizacao_id, topico, ordem, excluida, revisao, estatistica)
     select $2, n.numero, $1, n.topico, n.ordem, n.excluida, n.revisao, $3 from unnest($4::text[], $5::float8[], $6::float8[], $7::boolean[], $8::bigint[]) as n (numero, topico, ordem, excluida, revisao)
     join alicit.recomendacao_texto t on t.numero = n.numero and t.revisao = n.revisao
     on conflict (empresa_id, numero) do update set topico = excluded.topico, ordem = excluded.ordem, excluida = excluded.excluida, razoes = null, exclusoes = null, revisao = excluded.revisao, estatistica = excluded.estatistica, gravada_em = now()
     where r.revisao <= excluded.revisao`,
    [organizacaoId, empresaId, estatistica, ficam.map((f) => f.numero), ficam.map((f) => f.topico), ficam.map((f) => f.ordem), ficam.map((f) => f.excluida), ficam.map((f) => f.revisao)],
  );
  return true;
}
