/** A signal that aborts with any of others, or when time is up; `close` undoes its ties. */
export interface Prazo {
  readonly sinal: AbortSignal;
  /** Time was up before anything else. */
  readonly esgotado: boolean;
  close(): void;
}

/**
 * As `AbortSignal.any` with `AbortSignal.timeout`, but with an end: those leave something behind on a signal that lives as
 * long as the process, for each of millions of requests.
 * @param ms null: no time of its own
 */
export function openPrazo(ms: number | null, sinais: readonly (AbortSignal | undefined)[]): Prazo {
  const controle = new AbortController();
  let esgotado = false;
  const abortar = (): void => controle.abort();
  const relogio = ms === null ? undefined : setTimeout(() => {
    esgotado = true;
    controle.abort();
  }, ms);
  for (const s of sinais) {
    if (s?.aborted) abortar();
    else s?.addEventListener('abort', abortar, { once: true });
  }
  return {
    sinal: controle.signal,
    get esgotado() {
      return esgotado;
    },
    close() {
      clearTimeout(relogio);
      for (const s of sinais) s?.removeEventListener('abort', abortar);
    },
  };
}
