import { performance } from 'node:perf_hooks';
import type { Empresa } from '../../empresas/index.js';
import type { Ambiente } from './ambiente.js';
import { withCliente, type Cliente } from './cliente.js';
import { estadoDe, type Estado } from './estado.js';
import type { EstatisticaNumerada } from './estatisticas.js';
import { gravarTextos } from './gravar-textos.js';
import { perfilHash } from './perfil-hash.js';
import { openPerfil, ordemDe, type PerfilGuardado } from './perfis.js';
import { unpackTexto } from '../index.js';
import { IndiceVivo } from './indice-vivo.js';
import type { TextoGuardado } from './texto-guardado.js';
import { VERSAO_MOTOR } from './versao.js';

const EMPRESAS_POR_VEZ = 2000;
const LINHAS_POR_VEZ = 5000;

export interface PedidoDeCasamento {
  readonly ambiente: Ambiente;
  readonly numeros: readonly string[];
  /** Milliseconds. */
  readonly agora: number;
}

/** What came of a batch. `mudados`: texts matched; `casamentos`: rows written; `novas`: of them, those to be told of. */
export interface CasamentoFeito {
  readonly mudados: number;
  readonly fora: number;
  readonly empresas: number;
  readonly casamentos: number;
  readonly novas: number;
  readonly ms: number;
}

interface Linha {
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
 * Tenders that arrived or changed meet the companies of all organisations. Companies whose own matches are not up to date are left:
 * when they are computed they see these texts, which are kept before anything is matched.
 */
export function casarTextos({ ambiente, numeros, agora }: PedidoDeCasamento): Promise<CasamentoFeito> {
  return withCliente(ambiente, async (c) => {
    const inicio = performance.now();
    const estado = estadoDe(ambiente);
    const numerada = await estado.refreshEstatistica(c);
    const { mudados, fora } = await gravarTextos(c, numeros, { agora, diasEncerradas: ambiente.limites.diasEncerradas, estatistica: numerada.estatistica });
    const feito = mudados.length ? await match(c, { estado, ambiente, mudados, numerada }) : { empresas: 0, casamentos: 0, novas: 0 };
    await forget(c, mudados, fora);
    return { mudados: mudados.length, fora: fora.length, ...feito, ms: performance.now() - inicio };
  });
}

/** Company by company: a profile is opened once for all texts of the batch, and only when some text may suit it. */
async function match(c: Cliente, { estado, ambiente, mudados, numerada }: { readonly estado: Estado; readonly ambiente: Ambiente; readonly mudados: readonly TextoGuardado[]; readonly numerada: EstatisticaNumerada }): Promise<Pick<CasamentoFeito, 'empresas' | 'casamentos' | 'novas'>> {
  const lote = indexLote(mudados);
  const soma = { empresas: 0, casamentos: 0, novas: 0 };
  let linhas: Linha[] = [];
  const flush = async (): Promise<void> => {
    const { casamentos, novas } = await write(c, linhas, numerada.id, ambiente.limites.avisoMinimo);
    soma.casamentos += casamentos;
    soma.novas += novas;
    linhas = [];
  };
  for (let depois = ''; ; ) {
    const empresas = await readEmpresas(c, depois);
    const perfis = await readPerfis(c, empresas, estado);
    for (const e of empresas) {
      const perfil = perfis.get(e.perfil);
      if (perfil) for (const linha of matchEmpresa(lote, e, perfil, numerada, ambiente)) linhas.push(linha);
      if (linhas.length >= LINHAS_POR_VEZ) await flush();
    }
    soma.empresas += empresas.length;
    if (empresas.length < EMPRESAS_POR_VEZ) break;
    depois = empresas.at(-1)!.empresa_id;
  }
  if (linhas.length) await flush();
  return soma;
}

interface LinhaEmpresa {
  readonly empresa_id: string;
  readonly organizacao_id: string;
  readonly perfil: string;
  readonly cortada: boolean;
  readonly corte: number;
}

/** The texts of a batch, and all classes and words in them: a company none of whose are there is not opened. */
interface Lote {
  readonly indice: IndiceVivo;
  readonly chaves: ReadonlySet<number>;
}

function indexLote(mudados: readonly TextoGuardado[]): Lote {
  const indice = new IndiceVivo();
  indice.add(mudados);
  const chaves = new Set<number>();
  for (const { compilado } of mudados) {
    const t = unpackTexto(compilado);
    for (const parte of [t.ramos, t.ramosItens, t.palavras]) for (const chave of parte) chaves.add(chave);
  }
  return { indice, chaves };
}

function matchEmpresa({ indice, chaves }: Lote, e: LinhaEmpresa, perfil: PerfilGuardado, { estatistica }: EstatisticaNumerada, { limites }: Ambiente): Linha[] {
  if (!perfil.chaves.some((c) => chaves.has(c))) return [];
  return indice.search(openPerfil(perfil), estatistica, { minimo: limites.minimo, top: indice.total }).flatMap(({ numero, revisao, uf, topico, excluida }) => {
    const ordem = ordemDe(topico, uf, perfil);
    if (e.cortada && ordem < e.corte) return [];
    return [{ organizacaoId: e.organizacao_id, empresaId: e.empresa_id, perfil: e.perfil, numero, topico, ordem, excluida, revisao }];
  });
}

/** Companies whose matches are of their profile and of this engine, by id. */
async function readEmpresas(c: Cliente, depois: string): Promise<LinhaEmpresa[]> {
  const { rows } = await c.query<LinhaEmpresa>(
    `select e.empresa_id, e.organizacao_id, e.perfil, e.cortada, e.corte from alicit.recomendacao_empresa e where e.empresa_id > $1 and e.motor = $2 order by e.empresa_id limit $3`, [depois, VERSAO_MOTOR, EMPRESAS_POR_VEZ],
  );
  return rows;
}

/** Compiled profiles by their name; those not remembered are read. A profile that changed meanwhile has another name, and is left. */
async function readPerfis(c: Cliente, empresas: readonly LinhaEmpresa[], { perfis }: Estado): Promise<Map<string, PerfilGuardado>> {
  const achados = new Map(empresas.flatMap((e) => {
    const perfil = perfis.get(e.perfil);
    return perfil ? [[e.perfil, perfil] as const] : [];
  }));
  const faltam = empresas.filter((e) => !achados.has(e.perfil)).map((e) => e.empresa_id);
  if (!faltam.length) return achados;
  const { rows } = await c.query<{ perfil: Empresa }>('select perfil from alicit.empresa /* sistema: new tenders meet the companies of all */ where id = any($1::text[])', [faltam]);
  for (const { perfil } of rows) {
    const hash = perfilHash(perfil);
    if (!achados.has(hash)) achados.set(hash, perfis.get(hash) ?? perfis.put(hash, perfil));
  }
  return achados;
}

/**
 * Writes matches of companies that still have the profile they were made of, and remembers for who tells of them those that are new,
 * or have become good enough.
 */
async function write(c: Cliente, linhas: readonly Linha[], estatistica: number, avisoMinimo: number): Promise<{ readonly casamentos: number; readonly novas: number }> {
  const { rows: [feitas] } = await c.query<{ casamentos: number; novas: number }>(
    `with entrada as materialized (
       select n.*, r.topico as antes from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::float8[], $7::boolean[], $8::bigint[]) as n (empresa_id, organizacao_id, perfil, numero, topico, ordem, excluida, revisao)
       left join alicit.recomendacao r on r.empresa_id = n.empresa_id and r.numero = n.numero and not r.excluida),
     gravada as (
       insert into alicit.recomendacao as r (empresa_id, numero, organizacao_id, topico, ordem, excluida, revisao, estatistica)
       select n.empresa_id, n.numero, n.organizacao_id, n.topico, n.ordem, n.excluida, n.revisao, $9 from entrada n
       join alicit.recomendacao_empresa e on e.empresa_id = n.empresa_id and e.perfil = n.perfil and e.motor = $10
       on conflict (empresa_id, numero) do update set topico = excluded.topico, ordem = excluded.ordem, excluida = excluded.excluida, razoes = null, exclusoes = null, revisao = excluded.revisao, estatistica = excluded.estatistica, gravada_em = now()
       where r.revisao <= excluded.revisao
       returning r.empresa_id, r.numero, r.organizacao_id, r.topico, r.excluida),
     nova as (
       insert into alicit.recomendacao_nova (empresa_id, numero, organizacao_id, topico)
       select g.empresa_id, g.numero, g.organizacao_id, g.topico from gravada g join entrada n on n.empresa_id = g.empresa_id and n.numero = g.numero
       where not g.excluida and g.topico >= $11 and coalesce(n.antes, 0) < $11 on conflict do nothing returning 1)
     select (select count(*)::int from gravada) as casamentos, (select count(*)::int from nova) as novas`,
    [
      linhas.map((l) => l.empresaId), linhas.map((l) => l.organizacaoId), linhas.map((l) => l.perfil), linhas.map((l) => l.numero), linhas.map((l) => l.topico), linhas.map((l) => l.ordem), linhas.map((l) => l.excluida), linhas.map((l) => l.revisao),
      estatistica, VERSAO_MOTOR, avisoMinimo,
    ],
  );
  return feitas!;
}

/** Matches of what these texts no longer say, and of what is no longer of use. */
async function forget(c: Cliente, mudados: readonly TextoGuardado[], fora: readonly string[]): Promise<void> {
  if (mudados.length)
    await c.query(
      `delete from alicit.recomendacao r /* sistema: a text that changed is no match of before */ using unnest($1::text[], $2::bigint[]) as n (numero, revisao) where r.numero = n.numero and r.revisao < n.revisao`,
      [mudados.map((m) => m.numero), mudados.map((m) => m.revisao)],
    );
  if (!fora.length) return;
  await c.query('delete from alicit.recomendacao /* sistema: tenders that closed long ago */ where numero = any($1::text[])', [fora]);
  await c.query('delete from alicit.recomendacao_nova /* sistema: tenders that closed long ago */ where numero = any($1::text[])', [fora]);
}
