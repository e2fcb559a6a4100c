import { unpackTexto } from '../index.js';
import type { LimitesDoMotor } from './ambiente.js';
import type { EstatisticaNumerada } from './estatisticas.js';
import type { Linha } from './gravar-casamentos.js';
import { IndiceVivo } from './indice-vivo.js';
import { openPerfil, ordemDe, type PerfilGuardado } from './perfis.js';
import type { TextoGuardado } from './texto-guardado.js';

/** A company whose matches are up to date, as a batch meets it. */
export interface LinhaEmpresa {
  readonly empresa_id: string;
  readonly organizacao_id: string;
  readonly perfil: string;
  readonly cortada: boolean;
  readonly corte: number;
}

/** The texts of a batch, and all classes and words in them: a company none of whose are there is not opened. */
export interface Lote {
  readonly indice: IndiceVivo;
  readonly chaves: ReadonlySet<number>;
}

export function indexLote(mudados: readonly TextoGuardado[]): Lote {
  const indice = new IndiceVivo();
  indice.add(mudados);
  const chaves = new Set<number>();
  for (const { compilado } of mudados) {
    const t = unpackTexto(compilado);
    for (const parte of [t.ramos, t.ramosItens, t.palavras]) for (const chave of parte) chaves.add(chave);
  }
  return { indice, chaves };
}

/** The rows of one company. */
export function matchEmpresa({ indice, chaves }: Lote, e: LinhaEmpresa, perfil: PerfilGuardado, { estatistica }: EstatisticaNumerada, limites: LimitesDoMotor): Linha[] {
  if (!perfil.chaves.some((c) => chaves.has(c))) return [];
  return indice.search(openPerfil(perfil), estatistica, { minimo: limites.minimo, top: indice.total }).flatMap(({ numero, revisao, uf, topico, excluida }) => {
    const ordem = ordemDe(topico, uf, perfil);
    if (e.cortada && ordem < e.corte) return [];
    return [{ organizacaoId: e.organizacao_id, empresaId: e.empresa_id, perfil: e.perfil, numero, topico, ordem, excluida, revisao }];
  });
}
