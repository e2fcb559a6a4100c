import { setTimeout as sleep } from 'node:timers/promises';
import { raceSinal } from './race-sinal.js';

/** Makings of collections under way in this process: who comes while another makes the same waits for it. */
export class UmPorVez {
  private readonly emCurso = new Map<string, Promise<unknown>>();

  /** Waits until nobody here works on that name, if there is anybody, for so long at most. @returns whether there was. @throws the signal's reason */
  async wait(nome: string, limiteMs: number, sinal: AbortSignal | undefined): Promise<boolean> {
    const outro = this.emCurso.get(nome);
    if (!outro) return false;
    const relogio = new AbortController();
    const tarde = sleep(limiteMs, undefined, { signal: relogio.signal, ref: false }).catch(() => undefined);
    await raceSinal(Promise.race([outro.catch(() => undefined), tarde]), sinal).finally(() => relogio.abort());
    return true;
  }

  async run<T>(nome: string, fazer: () => Promise<T>): Promise<T> {
    const nosso = fazer();
    this.emCurso.set(nome, nosso);
    try {
      return await nosso;
    } finally {
      if (this.emCurso.get(nome) === nosso) this.emCurso.delete(nome);
    }
  }
}
