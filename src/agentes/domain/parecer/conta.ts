import type { NomeAgente } from '../../../analises/index.js';
import type { ChamadaFeita } from '../../../modelos/index.js';

/** Calls of an analysis that are not an agent's: the passages' vectors, and the relator. */
const DE_VETORES = 1;
const DO_RELATOR = 1;

/** Prompt tokens of all chat calls of one analysis, searches and second questions included; estimated high (`tokens.ts`), so that they stay below 40,000 as they are billed. */
export const MAX_LIDOS = 39_500;

/** Who goes first when not all fit: those who gain most from the letter of a clause. Fixed, so that a run that goes on chooses the same. */
export const PRECEDENCIA: readonly NomeAgente[] = ['juridico', 'operacional', 'financeiro', 'estrategico'];

/** What one analysis may still ask. */
export interface Folga {
  readonly chamadas: number;
  /** Prompt tokens. */
  readonly tokens: number;
}

/** Of those who want one more call, at so many prompt tokens each, the ones that fit, in the order of precedence. Pure. */
export function pickDentro(custos: ReadonlyMap<NomeAgente, number>, { chamadas, tokens }: Folga): ReadonlySet<NomeAgente> {
  const escolhidos = new Set<NomeAgente>();
  let resta = tokens;
  for (const agente of PRECEDENCIA) {
    const custo = custos.get(agente);
    if (custo === undefined || custo > resta || escolhidos.size >= chamadas) continue;
    escolhidos.add(agente);
    resta -= custo;
  }
  return escolhidos;
}

/**
 * The calls of one analysis, and what they read: says what still fits. Answers found kept count as made, and what was read is
 * estimated of the texts themselves, so that a run that goes on takes the same turns. A model that counts more than was
 * estimated is believed: its count is kept with its answers.
 */
export class ContaDeChamadas {
  private readonly todas: ChamadaFeita[] = [];
  private previstos = 0;

  /** @param maximo calls @param maxLidos prompt tokens @param doRelator prompt tokens kept free for the relator */
  constructor(private readonly maximo: number, private readonly maxLidos: number = MAX_LIDOS, private readonly doRelator = 0) {}

  readonly onChamada = (chamada: ChamadaFeita): void => {
    this.todas.push(chamada);
  };

  get feitas(): readonly ChamadaFeita[] {
    return this.todas;
  }

  /** Calls that will be made, by the tokens of their prompts. */
  spend(tokens: number): void {
    this.previstos += tokens;
  }

  /** Searches agents may do, one each: all of them and the relator are still asked. */
  buscas(agentes: number): Folga {
    return { chamadas: Math.max(0, Math.min(agentes, this.maximo - DE_VETORES - DO_RELATOR - agentes)), tokens: this.resta - this.doRelator };
  }

  /** Second questions to agents: the relator's own call is kept free. */
  get segundas(): Folga {
    return { chamadas: Math.max(0, this.maximo - DE_VETORES - DO_RELATOR - this.chats.length), tokens: this.resta - this.doRelator };
  }

  /** Whether the relator may be asked once more. */
  fitsMaisUma(tokens: number): boolean {
    return this.maximo - DE_VETORES - this.chats.length > 0 && tokens <= this.resta;
  }

  private get resta(): number {
    return this.maxLidos - Math.max(this.previstos, this.chats.reduce((n, c) => n + c.tokensEntrada, 0));
  }

  private get chats(): readonly ChamadaFeita[] {
    return this.todas.filter((c) => c.finalidade.startsWith('agente_') || c.finalidade === 'relator');
  }
}
