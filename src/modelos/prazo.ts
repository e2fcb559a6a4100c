/** A signal that aborts with any of others, with their reason, or when time is up; `close` undoes its ties. */
export interface Prazo {
  readonly sinal: AbortSignal;
  /** Time was up before anything else. */
  readonly esgotado: boolean;
  close(): void;
}

/** As `AbortSignal.any` with a timeout, but leaving nothing behind on signals that live as long as the process. @param ms null: no time of its own */
export function openPrazo(ms: number | null, sinais: readonly (AbortSignal | undefined)[]): Prazo {
  const controle = new AbortController();
  let esgotado = false;
  const ligados = sinais.filter((s) => s !== undefined).map((s) => ({ s, abortar: () => controle.abort(s.reason) }));
  const relogio = ms === null ? undefined : setTimeout(() => {
    esgotado = !controle.signal.aborted;
    controle.abort();
  }, ms);
  for (const { s, abortar } of ligados) {
    if (s.aborted) abortar();
    else s.addEventListener('abort', abortar, { once: true });
  }
  return {
    sinal: controle.signal,
    get esgotado() {
      return esgotado;
    },
    close() {
      clearTimeout(relogio);
      for (const { s, abortar } of ligados) s.removeEventListener('abort', abortar);
    },
  };
}
