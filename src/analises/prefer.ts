/** Longest wait a client may ask for, seconds. */
const MAX_ESPERA_S = 60;

/** `Prefer: wait=N` (RFC 7240) in milliseconds, at most a minute; 0 when it is not asked for. */
export function readEspera(prefer: string | readonly string[] | undefined): number {
  const texto = (Array.isArray(prefer) ? prefer.join(',') : String(prefer ?? '')).slice(0, 500);
  const segundos = Number(/(?:^|[,;\s])wait\s*=\s*"?(\d{1,6})"?\s*(?:[,;]|$)/i.exec(texto)?.[1] ?? 0);
  return Math.min(MAX_ESPERA_S, segundos) * 1000;
}
