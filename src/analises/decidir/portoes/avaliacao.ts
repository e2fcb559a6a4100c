import type { Empresa } from '../../../empresas/index.js';
import type { Evidencia } from '../../../kernel/index.js';
import type { DadoUsado, Pergunta, Portao, StatusRequisito } from '../../domain/analise.js';
import type { Caso, Hipoteses, Unidade } from '../caso.js';

/** Something nobody told yet, with the two ways the case could be once it is answered. */
export interface Incognita extends Omit<Pergunta, 'podeMudarPara'> {
  readonly sim: (c: Caso) => Caso;
  readonly nao: (c: Caso) => Caso;
}

/** A gate with what the decision needs to know beyond what is shown. */
export interface Avaliacao {
  readonly portao: Portao;
  /** It failed only because of literal violations that can be challenged (art. 164). */
  readonly impugnavel: boolean;
  readonly incognitas: readonly Incognita[];
}

export type AvaliaPortao = (c: Caso, u: Unidade) => Avaliacao;
/** A gate that is the same for every unit of the tender. */
export type AvaliaPortaoComum = (c: Caso) => Avaliacao;

interface Extras {
  readonly evidencias?: readonly Evidencia[];
  readonly dados?: readonly DadoUsado[];
  readonly verificacoes?: readonly string[];
  readonly oQueMuda?: string;
  readonly impugnavel?: boolean;
  readonly incognitas?: readonly Incognita[];
}

/** Builds a gate's answer. A failure without proof is a defect of ours and throws. */
export function portao(id: string, titulo: string, resultado: Portao['resultado'], motivo: string, extras: Extras = {}): Avaliacao {
  const { evidencias = [], dados = [], verificacoes = [], oQueMuda, impugnavel = false, incognitas = [] } = extras;
  if (resultado === 'reprovado' && !evidencias.length && !dados.length) throw new Error(`gate ${id} failed without proof`);
  return {
    portao: {
      id, tipo: id.startsWith('E') ? 'eliminatorio' : 'suspensivo', titulo, resultado, motivo, evidencias, verificacoes,
      ...(dados.length ? { dados } : {}), ...(oQueMuda ? { oQueMuda } : {}),
    },
    impugnavel, incognitas,
  };
}

export const assume = (c: Caso, h: Hipoteses): Caso => ({ ...c, hipoteses: { ...c.hipoteses, ...h } });
export const assumeEmpresa = (c: Caso, campos: Partial<Empresa>): Caso => ({ ...c, empresa: { ...c.empresa, ...campos } });
export const assumeRequisitos = (c: Caso, ids: ReadonlySet<string>, status: StatusRequisito): Caso =>
  ({ ...c, habilitacao: c.habilitacao.map((r) => (ids.has(r.id) ? { ...r, status } : r)) });
