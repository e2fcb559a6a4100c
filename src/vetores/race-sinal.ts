/** What comes first: the work, or its caller giving up. The work is not stopped by this. @throws the signal's reason */
export async function raceSinal<T>(trabalho: Promise<T>, sinal: AbortSignal | undefined): Promise<T> {
  if (!sinal) return trabalho;
  trabalho.catch(() => undefined);
  sinal.throwIfAborted();
  let desiste: () => void = () => undefined;
  const abortado = new Promise<never>((_, reject) => {
    desiste = () => reject(sinal.reason as Error);
    sinal.addEventListener('abort', desiste, { once: true });
  });
  try {
    return await Promise.race([trabalho, abortado]);
  } finally {
    sinal.removeEventListener('abort', desiste);
  }
}
