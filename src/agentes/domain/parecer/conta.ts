import type { ChamadaFeita } from '../../../modelos/index.js';

/** Calls of an analysis that are not an agent's: the passages' vectors, and the relator. */
const DE_VETORES = 1;
const DO_RELATOR = 1;

/** The calls of one analysis: told of each, says whether one more may be made. Answers found kept count as made, so that a run that goes on takes the same turns. */
export class ContaDeChamadas {
  private readonly todas: ChamadaFeita[] = [];

  constructor(private readonly maximo: number) {}

  readonly onChamada = (chamada: ChamadaFeita): void => {
    this.todas.push(chamada);
  };

  get feitas(): readonly ChamadaFeita[] {
    return this.todas;
  }

  /** Second questions to agents that still fit: the relator's own call is kept free. */
  get segundas(): number {
    return Math.max(0, this.maximo - DE_VETORES - DO_RELATOR - this.chats);
  }

  /** Whether the relator may be asked once more. */
  get maisUma(): boolean {
    return this.maximo - DE_VETORES - this.chats > 0;
  }

  /** Searches agents may do, one each, so that all of them and the relator are still asked. */
  buscas(agentes: number): number {
    return Math.max(0, Math.min(agentes, this.maximo - DE_VETORES - DO_RELATOR - agentes));
  }

  private get chats(): number {
    return this.todas.filter((c) => c.finalidade.startsWith('agente_') || c.finalidade === 'relator').length;
  }
}
