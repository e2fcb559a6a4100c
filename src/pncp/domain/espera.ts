/** No `Retry-After` is obeyed beyond this, ms: a bad header must not stop us for a day. */
export const MAX_ESPERA_MS = 10 * 60_000;

/** Full jitter: anywhere between nothing and the exponential ceiling (AWS, "Exponential backoff and jitter"). @param falhas failures so far, from 1 */
export const esperaComJitter = (falhas: number, baseMs: number, tetoMs: number, sorte: number): number => Math.floor(sorte * Math.min(tetoMs, baseMs * 2 ** (falhas - 1)));

/**
 * `Retry-After` in ms: seconds or an HTTP date; null when absent, past or unreadable.
 * @param agora ms since 1970
 */
export function readRetryAfter(valor: string | string[] | undefined, agora: number): number | null {
  const texto = (Array.isArray(valor) ? valor[0] : valor)?.trim();
  if (!texto) return null;
  const ms = /^\d{1,9}$/.test(texto) ? Number(texto) * 1000 : Date.parse(texto) - agora;
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, MAX_ESPERA_MS) : null;
}
