import { FalhaDeModelo } from './domain/falha.js';

/** So many at once, so many waiting, first come, first served. */
export class Vagas {
  private dentro = 0;
  private readonly fila: (() => void)[] = [];

  constructor(private readonly limites: { readonly concorrencia: number; readonly maxFila: number }) {}

  get emCurso(): number {
    return this.dentro;
  }

  get naFila(): number {
    return this.fila.length;
  }

  /** Waits for a place. @returns what gives it back, once @throws FalhaDeModelo `fila_cheia`; the signal's reason */
  async enter(sinal: AbortSignal): Promise<() => void> {
    sinal.throwIfAborted();
    if (this.dentro < this.limites.concorrencia) this.dentro++;
    else await this.wait(sinal);
    let devolvida = false;
    return () => {
      if (devolvida) return;
      devolvida = true;
      const proximo = this.fila.shift();
      // The place passes from hand to hand: nobody slips in between.
      if (proximo) proximo();
      else this.dentro--;
    };
  }

  private wait(sinal: AbortSignal): Promise<void> {
    if (this.fila.length >= this.limites.maxFila) throw new FalhaDeModelo({ causa: 'fila_cheia', status: null, esperarMs: null, talvezPago: false });
    return new Promise<void>((resolve, reject) => {
      const entrar = (): void => {
        sinal.removeEventListener('abort', desistir);
        resolve();
      };
      const desistir = (): void => {
        this.fila.splice(this.fila.indexOf(entrar), 1);
        reject(sinal.reason as Error);
      };
      sinal.addEventListener('abort', desistir, { once: true });
      this.fila.push(entrar);
    });
  }
}
