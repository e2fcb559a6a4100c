import { pncpCancelado, pncpEncerrado, pncpFilaCheia } from './erros.js';

export interface LimitesConcorrencia {
  readonly minimo: number;
  readonly maximo: number;
  /** Who may wait for a place. */
  readonly maxFila: number;
}

interface Espera {
  readonly entrar: () => void;
  readonly falhar: (erro: Error) => void;
}

/**
 * How many requests are made at once: starts at the least, grows by one for each round of successes, halves at a sign of
 * overload (AIMD), never outside its ends. First come, first served.
 */
export class Concorrencia {
  private teto: number;
  private dentro = 0;
  private readonly fila: Espera[] = [];
  private fechada = false;

  constructor(private readonly limites: LimitesConcorrencia) {
    this.teto = limites.minimo;
  }

  get limite(): number {
    return Math.floor(this.teto);
  }

  get emCurso(): number {
    return this.dentro;
  }

  get naFila(): number {
    return this.fila.length;
  }

  /** Waits for a place. @returns what gives it back, once. @throws AlicitError `pncp_fila_cheia`, `pncp_cancelado`, `pncp_encerrado` */
  async enter(sinal: AbortSignal): Promise<() => void> {
    if (this.fechada) throw pncpEncerrado();
    if (sinal.aborted) throw pncpCancelado();
    if (this.dentro < this.limite && !this.fila.length) this.dentro++;
    else await this.wait(sinal);
    let devolvida = false;
    return () => {
      if (devolvida) return;
      devolvida = true;
      this.dentro--;
      this.admit();
    };
  }

  /** A request was answered as it should. */
  grow(): void {
    this.teto = Math.min(this.limites.maximo, this.teto + 1 / this.teto);
    this.admit();
  }

  /** A 429, a 5xx, a timeout. */
  shrink(): void {
    this.teto = Math.max(this.limites.minimo, this.teto / 2);
  }

  close(): void {
    this.fechada = true;
    for (const { falhar } of this.fila.splice(0)) falhar(pncpEncerrado());
  }

  private admit(): void {
    while (this.dentro < this.limite) {
      const proximo = this.fila.shift();
      if (!proximo) return;
      this.dentro++;
      proximo.entrar();
    }
  }

  private wait(sinal: AbortSignal): Promise<void> {
    if (this.fila.length >= this.limites.maxFila) throw pncpFilaCheia(this.limites.maxFila);
    return new Promise<void>((resolve, reject) => {
      const desistir = (): void => {
        const i = this.fila.indexOf(espera);
        if (i >= 0) this.fila.splice(i, 1);
        reject(this.fechada ? pncpEncerrado() : pncpCancelado());
      };
      const sair = (): void => sinal.removeEventListener('abort', desistir);
      const espera: Espera = { entrar: () => (sair(), resolve()), falhar: (erro) => (sair(), reject(erro)) };
      sinal.addEventListener('abort', desistir, { once: true });
      this.fila.push(espera);
    });
  }
}
