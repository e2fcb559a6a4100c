import type { ContextoCli } from './contexto.js';

/** Ctrl-C ends in order: what was done is kept, and the next time goes on from there. A second one ends at once. */
export async function withInterrupcao(ctx: Pick<ContextoCli, 'tell' | 'fail'>, aviso: string, fazer: (sinal: AbortSignal) => Promise<void>): Promise<void> {
  const parada = new AbortController();
  const onSinal = (): void => {
    if (parada.signal.aborted) process.exit(130);
    ctx.tell(aviso);
    parada.abort();
  };
  for (const sinal of ['SIGINT', 'SIGTERM'] as const) process.on(sinal, onSinal);
  try {
    await fazer(parada.signal);
  } catch (erro) {
    if (!parada.signal.aborted) throw erro;
    ctx.fail();
  } finally {
    for (const sinal of ['SIGINT', 'SIGTERM'] as const) process.off(sinal, onSinal);
  }
}
