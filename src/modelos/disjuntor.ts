export type EstadoDisjuntor = 'fechado' | 'meio_aberto' | 'aberto';

/** Leaves a model alone after so many failures in a row; then lets one request probe. Time is given, in ms since 1970. */
export class Disjuntor {
  private falhas = 0;
  private ate: number | null = null;
  private sondando = false;

  constructor(private readonly limites: { readonly falhas: number; readonly abertoMs: number }) {}

  estado(agora: number): EstadoDisjuntor {
    if (this.ate === null) return 'fechado';
    return agora < this.ate ? 'aberto' : 'meio_aberto';
  }

  /** Asks to make a request. @returns null when it may be made; otherwise when to ask again, in ms */
  enter(agora: number): number | null {
    const estado = this.estado(agora);
    if (estado === 'fechado') return null;
    if (estado === 'aberto') return this.ate! - agora;
    if (this.sondando) return 1000;
    this.sondando = true;
    return null;
  }

  /** What became of it; `neutro` says nothing about the model (limited, given up). */
  leave(resultado: 'bom' | 'ruim' | 'neutro', agora: number): void {
    const sondava = this.sondando;
    this.sondando = false;
    if (resultado === 'neutro') return;
    if (resultado === 'bom') {
      this.falhas = 0;
      this.ate = null;
    } else if (++this.falhas >= this.limites.falhas || sondava) {
      this.ate = agora + this.limites.abertoMs;
    }
  }
}
