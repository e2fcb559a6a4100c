import type { NivelFonte, ResultadoRegra, Verificacao } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import type { Regime } from '../contexto/regime.js';
import { diaNoDeslocamento, type Dia, type Evidencia } from '../../kernel/index.js';

/** Version of the rules: part of what makes a judgement. Raise it with any change of a rule, limit or source. */
export const REGRAS_VERSAO = '2026.11.2';

/** What a check found. */
export interface Veredito {
  readonly resultado: ResultadoRegra;
  /** Portuguese sentence. */
  readonly motivo: string;
  readonly valor?: string | null;
  readonly limite?: string | null;
  readonly evidencias?: readonly Evidencia[];
  readonly sugestao?: string;
  readonly excluiEmpresa?: boolean;
  /** When the limit that was used has another source level than the rule's. */
  readonly nivelFonte?: NivelFonte;
}

/** A legal check: one per file. `verificar` returns null when it makes no sense for the tender. */
export interface Regra {
  readonly id: string;
  readonly titulo: string;
  readonly dispositivo: string;
  readonly nivelFonte: NivelFonte;
  readonly vigencia: { readonly de: Dia; readonly ate: Dia | null };
  readonly regimes: readonly Regime[];
  /** Narrows competition: several of them together weigh more (`restricoes_cumuladas`). */
  readonly restritiva?: true;
  readonly verificar: (c: Contexto) => Veredito | null;
}

/** In force since the law was published. */
export const VIGENCIA_14133 = { de: '2021-04-01', ate: null } as const;
export const VIGENCIA_13303 = { de: '2016-07-01', ate: null } as const;

const NUNCA_BLOQUEIAM: readonly NivelFonte[] = ['M', 'V2'];

/**
 * Applies a rule to a tender: null when its regime or its dates do not fit. A rule whose source was not read (`M`,
 * `V2`) and a tender whose law is unknown only ever give an `indicio`.
 */
export function applyRegra(regra: Regra, c: Contexto): Verificacao | null {
  const incerto = c.regime.regime === 'indefinido';
  if (!regra.regimes.includes(c.regime.regime) && !(incerto && regra.regimes.includes('14133'))) return null;
  if (!isVigente(regra, diaDeReferencia(c))) return null;
  const v = regra.verificar(c);
  if (!v) return null;
  const nivelFonte = v.nivelFonte ?? regra.nivelFonte;
  const rebaixa = v.resultado === 'violado' && (incerto || NUNCA_BLOQUEIAM.includes(nivelFonte));
  const exclui = v.excluiEmpresa === true && !rebaixa && v.resultado === 'violado';
  return {
    regra: regra.id, titulo: regra.titulo,
    resultado: rebaixa ? 'indicio' : v.resultado,
    motivo: rebaixa && incerto ? `${v.motivo} Não se sabe que lei rege a licitação, por isso é só indício.` : v.motivo,
    valor: v.valor ?? null, limite: v.limite ?? null,
    dispositivo: regra.dispositivo, nivelFonte, vigencia: regra.vigencia, evidencias: v.evidencias ?? [],
    ...(exclui ? { excluiEmpresa: true } : {}), ...(v.sugestao ? { sugestao: v.sugestao } : {}),
  };
}

/** The day whose law applies: publication, else the opening, else the day of judgement. */
export const diaDeReferencia = (c: Contexto): Dia => c.certame.publicacao ?? c.certame.diaAbertura ?? diaNoDeslocamento(c.agora, c.certame.deslocamento) ?? c.agora.slice(0, 10);

const isVigente = (r: Regra, dia: Dia): boolean => dia >= r.vigencia.de && (r.vigencia.ate === null || dia <= r.vigencia.ate);

/** Direct contracting and credenciamento: rules of the bidding procedure do not apply. */
export function isLicitacao(c: Contexto): boolean {
  const m = c.certame.modalidade?.valor;
  return m !== 'dispensa' && m !== 'inexigibilidade' && m !== 'credenciamento';
}
