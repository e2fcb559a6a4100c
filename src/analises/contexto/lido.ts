import { evidenciaDoFato, type Campo, type Fato, type Fatos, type ValorPorCampo } from '../../editais/index.js';
import type { Evidencia } from '../../kernel/index.js';

/** A value the rules work on, and how far it can be trusted. */
export interface Lido<V> {
  readonly valor: V;
  readonly fonte: 'edital' | 'pncp';
  /** 0–1; PNCP's structured fields count as 0.9. */
  readonly confianca: number;
  /** The edital gives another reading of the same field. */
  readonly conflito: boolean;
  readonly evidencia: Evidencia | null;
}

const CONFIANCA_PNCP = 0.9;
/** Below this, or in conflict, a value only supports an `indicio`. */
export const CONFIANCA_PARA_VIOLADO = 0.7;

/** The fact of the edital, or null. */
export function readFato<C extends Campo>(fatos: Fatos, campo: C): Lido<ValorPorCampo[C]> | null {
  const f: Fato = fatos[campo];
  if (f.valor === null) return null;
  return {
    valor: f.valor as ValorPorCampo[C], fonte: 'edital', confianca: f.confianca, conflito: (f.alternativas?.length ?? 0) > 0 || (f.nota?.startsWith('CONFLITO') ?? false),
    evidencia: evidenciaDoFato(f),
  };
}

/** The fact of the edital; where it is silent, PNCP's value. */
export function readFatoOuPncp<C extends Campo>(fatos: Fatos, campo: C, pncp: ValorPorCampo[C] | null): Lido<ValorPorCampo[C]> | null {
  return readFato(fatos, campo) ?? readPncp(pncp);
}

/** A value of PNCP's structured fields. */
export const readPncp = <V>(valor: V | null): Lido<V> | null => (valor === null ? null : { valor, fonte: 'pncp', confianca: CONFIANCA_PNCP, conflito: false, evidencia: null });

/** True when the value may carry a literal violation. */
export const isFirme = (l: Lido<unknown>): boolean => l.confianca >= CONFIANCA_PARA_VIOLADO && !l.conflito;

/** Evidence of the values that have one. */
export const evidenciasDe = (...lidos: readonly (Lido<unknown> | null)[]): Evidencia[] => lidos.flatMap((l) => (l?.evidencia ? [l.evidencia] : []));
