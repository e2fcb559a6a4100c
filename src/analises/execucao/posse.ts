import { AlicitError } from '../../kernel/index.js';
import type { Entradas } from '../entradas.js';

/** The lease of a run: who holds the newest token may write, nobody else. */
export interface Posse {
  readonly analiseId: string;
  readonly organizacaoId: string;
  /** Grows with each claim (bigint as text). */
  readonly token: string;
  readonly tentativa: number;
  readonly empresaId: string;
  readonly licitacaoId: string;
  readonly entradas: Entradas;
  /** Simulated moment, ISO; null: the moment the judgement begins. */
  readonly agora: string | null;
}

/** Thrown by every write of a run that is no longer the analysis's: the run stops and says nothing more. */
export class PossePerdida extends AlicitError {
  constructor() {
    super('conflito', 'posse_perdida', 'A análise passou a outro processo, foi cancelada ou apagada.');
    this.name = 'PossePerdida';
  }
}
