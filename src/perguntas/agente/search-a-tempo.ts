/**
 * What is found by meaning too, when it comes in time; else by words. Vectors of a set may still be on their way, or their server
 * may be silent. @throws what the searches throw; the signal's reason
 */
export async function searchATempo<T>(porSentido: (sinal: AbortSignal) => Promise<T>, porPalavras: () => Promise<T>, { sinal, ms }: { readonly sinal: AbortSignal; readonly ms: number }): Promise<T> {
  const prazo = AbortSignal.timeout(ms);
  try {
    return await porSentido(AbortSignal.any([sinal, prazo]));
  } catch (erro) {
    if (sinal.aborted || !prazo.aborted) throw erro;
    return porPalavras();
  }
}
