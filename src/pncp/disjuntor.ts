import { CircuitState, CountBreaker } from 'cockatiel';
import type { EstadoDisjuntor } from './domain/pncp.js';

export interface LimitesDisjuntor {
  /** Share of the last requests that may fail, above which it opens: 0 to 1, both excluded. */
  readonly proporcao: number;
  /** How long it refuses before it lets one request probe, ms. */
  readonly abertoMs: number;
}

/** The last so many requests are judged, once there are so many. */
const JANELA = 20;
const MINIMO = 10;

/**
 * Stops asking an endpoint that only fails. The window of failures is cockatiel's; when to open, refuse and probe is
 * decided here, because cockatiel reads the process's clock and ours is given.
 */
export class Disjuntor {
  private janela: CountBreaker;
  private ate: number | null = null;
  private sondando = false;

  constructor(private readonly limites: LimitesDisjuntor) {
    this.janela = this.newJanela();
  }

  private newJanela(): CountBreaker {
    return new CountBreaker({ threshold: this.limites.proporcao, size: JANELA, minimumNumberOfCalls: MINIMO });
  }

  estado(agora: number): EstadoDisjuntor {
    if (this.ate === null) return 'fechado';
    return agora < this.ate ? 'aberto' : 'meio_aberto';
  }

  /** ms since 1970; null when closed. */
  get abertoAte(): number | null {
    return this.ate;
  }

  /** Asks to make a request. @returns null when it may be made; otherwise when to ask again, in ms */
  enter(agora: number): number | null {
    const estado = this.estado(agora);
    if (estado === 'aberto') return this.ate! - agora;
    if (estado === 'fechado') return null;
    if (this.sondando) return 1000;
    this.sondando = true;
    return null;
  }

  /** What became of it; `neutro` says nothing about the endpoint (429, cancelled). */
  leave(resultado: 'bom' | 'ruim' | 'neutro', agora: number): void {
    const estado = this.ate === null ? CircuitState.Closed : CircuitState.HalfOpen;
    this.sondando = false;
    if (resultado === 'neutro') return;
    if (resultado === 'bom') {
      this.janela.success(estado);
      this.ate = null;
    } else if (this.janela.failure(estado)) {
      this.ate = agora + this.limites.abertoMs;
      this.janela = this.newJanela();
    }
  }
}
