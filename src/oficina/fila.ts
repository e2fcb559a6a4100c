import { indisponivel } from '../kernel/index.js';

/** Places to work in, given in order of arrival, and a waiting line with an end. */
export interface Fila {
  readonly ocupadas: number;
  readonly esperando: number;
  /**
   * Waits for a place; the answer gives it back, once.
   * @throws AlicitError `oficina_cheia` when the line is full; rejects with the signal's reason when it is aborted first
   */
  enter(signal: AbortSignal): Promise<() => void>;
  /** Resolves when nobody works any more. */
  empty(): Promise<void>;
}

export function createFila(lugares: number, maxEspera: number): Fila {
  const espera: { readonly segue: () => void }[] = [];
  const aoEsvaziar: (() => void)[] = [];
  let ocupadas = 0;

  const leave = (): void => {
    const proximo = espera.shift();
    if (proximo) return proximo.segue();
    ocupadas--;
    if (!ocupadas) for (const aviso of aoEsvaziar.splice(0)) aviso();
  };
  const once = (f: () => void): (() => void) => {
    let feito = false;
    return () => {
      if (!feito) f();
      feito = true;
    };
  };

  return {
    get ocupadas() {
      return ocupadas;
    },
    get esperando() {
      return espera.length;
    },
    async enter(signal) {
      signal.throwIfAborted();
      if (ocupadas < lugares) {
        ocupadas++;
        return once(leave);
      }
      if (espera.length >= maxEspera) throw indisponivel('oficina_cheia', 'Há trabalho demais na fila deste servidor. Tente de novo em instantes.', { fila: espera.length });
      await new Promise<void>((resolve, reject) => {
        const desiste = (): void => {
          espera.splice(espera.indexOf(vez), 1);
          reject(signal.reason as Error);
        };
        const vez = {
          segue: (): void => {
            signal.removeEventListener('abort', desiste);
            resolve();
          },
        };
        espera.push(vez);
        signal.addEventListener('abort', desiste, { once: true });
      });
      return once(leave);
    },
    empty: () => (ocupadas ? new Promise((resolve) => aoEsvaziar.push(resolve)) : Promise.resolve()),
  };
}
