/** Work under way in this process, by name. */
const emCurso = new Map<string, Promise<unknown>>();

/**
 * Work that several analyses and readings share, done once at a time in this process: who comes while another does it waits, then
 * looks again and finds it done. Another's failure is not one's own: it is then tried.
 */
export async function umPorVez<T>(nome: string, sinal: AbortSignal | undefined, fazer: () => Promise<T>): Promise<T> {
  for (let outra = emCurso.get(nome); outra; outra = emCurso.get(nome)) {
    await Promise.race([outra.catch(() => undefined), ...(sinal ? [onAbort(sinal)] : [])]);
    sinal?.throwIfAborted();
  }
  const nossa = fazer();
  emCurso.set(nome, nossa);
  try {
    return await nossa;
  } finally {
    if (emCurso.get(nome) === nossa) emCurso.delete(nome);
  }
}

const onAbort = (sinal: AbortSignal): Promise<void> => new Promise((resolve) => (sinal.aborted ? resolve() : sinal.addEventListener('abort', () => resolve(), { once: true })));
