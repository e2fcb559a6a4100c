import { performance } from 'node:perf_hooks';
import type { Empresa } from '../../empresas/index.js';
import type { Ambiente } from './ambiente.js';
import { withCliente, type Cliente } from './cliente.js';
import { estadoDe, type Estado } from './estado.js';
import type { EstatisticaNumerada } from './estatisticas.js';
import { forgetCasamentos, writeCasamentos, type Linha } from './gravar-casamentos.js';
import { gravarTextos } from './gravar-textos.js';
import { indexLote, matchEmpresa, type LinhaEmpresa } from './lote.js';
import { perfilHash } from './perfil-hash.js';
import type { PerfilGuardado } from './perfis.js';
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
    await forgetCasamentos(c, mudados, fora);
    return { mudados: mudados.length, fora: fora.length, ...feito, ms: performance.now() - inicio };
  });
}

/** Company by company: a profile is opened once for all texts of the batch, and only when some text may suit it. */
async function match(c: Cliente, { estado, ambiente, mudados, numerada }: { readonly estado: Estado; readonly ambiente: Ambiente; readonly mudados: readonly TextoGuardado[]; readonly numerada: EstatisticaNumerada }): Promise<Pick<CasamentoFeito, 'empresas' | 'casamentos' | 'novas'>> {
  const lote = indexLote(mudados);
  const soma = { empresas: 0, casamentos: 0, novas: 0 };
  let linhas: Linha[] = [];
  const flush = async (): Promise<void> => {
    const { casamentos, novas } = await writeCasamentos(c, linhas, numerada.id, ambiente.limites.avisoMinimo);
    soma.casamentos += casamentos;
    soma.novas += novas;
    linhas = [];
  };
  for (let depois = ''; ; ) {
    const empresas = await readEmpresas(c, depois);
    const perfis = await readPerfis(c, empresas, estado);
    for (const e of empresas) {
      const perfil = perfis.get(e.perfil);
      if (perfil) for (const linha of matchEmpresa(lote, e, perfil, numerada, ambiente.limites)) linhas.push(linha);
      if (linhas.length >= LINHAS_POR_VEZ) await flush();
    }
    soma.empresas += empresas.length;
    if (empresas.length < EMPRESAS_POR_VEZ) break;
    depois = empresas.at(-1)!.empresa_id;
  }
  if (linhas.length) await flush();
  return soma;
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
