import { openPrazo } from '../saida/index.js';

export type EstadoDisjuntor = 'fechado' | 'meio_aberto' | 'aberto';

interface Sonda {
  readonly fim: Promise<void>;
  readonly end: () => void;
}

/** Leaves a model alone after so many failures in a row; then lets one request probe, while others may wait for what it finds. Time is given, in ms since 1970. */
export class Disjuntor {
  private falhas = 0;
  private ate: number | null = null;
  private sonda: Sonda | null = null;

  constructor(private readonly limites: { readonly falhas: number; readonly abertoMs: number }) {}

  estado(agora: number): EstadoDisjuntor {
    if (this.ate === null) return 'fechado';
    return agora < this.ate ? 'aberto' : 'meio_aberto';
  }

  get sondando(): boolean {
    return this.sonda !== null;
  }

  /** Asks to make a request. @returns null when it may be made; otherwise when to ask again, in ms */
  enter(agora: number): number | null {
    const estado = this.estado(agora);
    if (estado === 'fechado') return null;
    if (estado === 'aberto') return this.ate! - agora;
    if (this.sonda) return 1000;
    this.sonda = createSonda();
    return null;
  }

  /** What became of it; `neutro` says nothing about the model (limited, given up). */
  leave(resultado: 'bom' | 'ruim' | 'neutro', agora: number): void {
    const sonda = this.sonda;
    this.sonda = null;
    if (resultado === 'bom') {
      this.falhas = 0;
      this.ate = null;
    } else if (resultado === 'ruim' && (++this.falhas >= this.limites.falhas || sonda)) {
      this.ate = agora + this.limites.abertoMs;
    }
    sonda?.end();
  }

  /** Waits until the probe in flight, if any, has ended, `limiteMs` at most. Who waited asks `enter` again. @throws the signal's reason */
  async waitSonda(limiteMs: number, sinal: AbortSignal): Promise<void> {
    sinal.throwIfAborted();
    if (!this.sonda || limiteMs <= 0) return;
    const prazo = openPrazo(limiteMs, [sinal]);
    try {
      await Promise.race([this.sonda.fim, new Promise<void>((pronto) => prazo.sinal.addEventListener('abort', () => pronto(), { once: true }))]);
    } finally {
      prazo.close();
    }
    sinal.throwIfAborted();
  }
}

function createSonda(): Sonda {
  let end: () => void = () => undefined;
  const fim = new Promise<void>((pronto) => (end = pronto));
  return { fim, end };
}
