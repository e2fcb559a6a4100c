import { openPrazo } from './prazo.js';

interface EmCurso<T> {
  readonly feita: Promise<T>;
  readonly fim: AbortController;
  interessados: number;
}

/** Equal work at once is done once; it is given up only when nobody waits for it any more. */
export class UmaSo<T> {
  private readonly emCurso = new Map<string, EmCurso<T>>();

  /** @returns what it made, and whether this caller's was the one that was run @throws what it threw; the reason of the caller's own signal */
  async run(chave: string, sinal: AbortSignal | undefined, fazer: (sinal: AbortSignal) => Promise<T>): Promise<{ readonly valor: T; readonly primeira: boolean }> {
    sinal?.throwIfAborted();
    const achada = this.emCurso.get(chave);
    const obra = achada ?? this.start(chave, fazer);
    obra.interessados++;
    const espera = openPrazo(null, [sinal]);
    const desistiu = new Promise<never>((_, reject) => espera.sinal.addEventListener('abort', () => reject(espera.sinal.reason as Error), { once: true }));
    try {
      return { valor: await Promise.race([obra.feita, desistiu]), primeira: achada === undefined };
    } finally {
      espera.close();
      if (--obra.interessados === 0) obra.fim.abort();
    }
  }

  private start(chave: string, fazer: (sinal: AbortSignal) => Promise<T>): EmCurso<T> {
    const fim = new AbortController();
    const feita = fazer(fim.signal).finally(() => {
      if (this.emCurso.get(chave) === obra) this.emCurso.delete(chave);
    });
    // Whoever waits hears of it; when all have gone, nobody has to.
    feita.catch(() => undefined);
    const obra: EmCurso<T> = { feita, fim, interessados: 0 };
    this.emCurso.set(chave, obra);
    // A caller who comes after everyone gave up must not be tied to what is being aborted.
    fim.signal.addEventListener('abort', () => this.emCurso.get(chave) === obra && this.emCurso.delete(chave), { once: true });
    return obra;
  }
}
