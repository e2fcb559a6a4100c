import { raceSinal } from './race-sinal.js';

/** Makings of collections under way in this process: who comes while another makes the same waits for it. */
export class UmPorVez {
  private readonly emCurso = new Map<string, Promise<unknown>>();

  /** Waits until nobody here works on that name, if there is anybody. @returns whether there was. @throws the signal's reason */
  async wait(nome: string, sinal: AbortSignal | undefined): Promise<boolean> {
    const outro = this.emCurso.get(nome);
    if (!outro) return false;
    await raceSinal(outro.catch(() => undefined), sinal);
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
