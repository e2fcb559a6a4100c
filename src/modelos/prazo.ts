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

/** A library that does not hear the signal must not hold a call for ever. @throws what it throws; an Error when the signal aborts first */
export async function withFim<T>(feito: Promise<T>, sinal: AbortSignal): Promise<T> {
  feito.catch(() => undefined);
  let avisar: () => void = () => undefined;
  const fim = new Promise<never>((_, reject) => sinal.addEventListener('abort', (avisar = () => reject(new Error('prazo'))), { once: true }));
  try {
    return await Promise.race([feito, fim]);
  } finally {
    sinal.removeEventListener('abort', avisar);
  }
}
