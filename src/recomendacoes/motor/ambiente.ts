import type { Config } from '../../config/index.js';

/** What the thread is told: it has no configuration and no pool of its own. */
export interface Ambiente {
  /** With the password: never logged. */
  readonly url: string;
  readonly tempoMs: number;
  readonly pooler: boolean;
  /** Connections of a thread, at most. */
  readonly conexoes: number;
  readonly limites: LimitesDoMotor;
}

export type LimitesDoMotor = Pick<Config['recomendacoes'], 'maxPorEmpresa' | 'minimo' | 'diasEncerradas' | 'maxTextos' | 'maxPerfis' | 'avisoMinimo'>;

export const DIA_MS = 86_400_000;
/** A tender that tells no closing counts as open for so long after it was published, days. */
export const SEM_DATA_DIAS = 90;
/** One writer of texts at a time: revisions are then seen in their order. */
export const TRAVA_TEXTOS = 7_264_110_537;
