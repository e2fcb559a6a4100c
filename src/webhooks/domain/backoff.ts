const SEGUNDO = 1000;
const MINUTO = 60 * SEGUNDO;
const HORA = 60 * MINUTO;

/** Waits after the first, second… failed attempt, in ms: nine attempts in about a day and a half. */
export const ESPERAS_MS: readonly number[] = [10 * SEGUNDO, 30 * SEGUNDO, 2 * MINUTO, 10 * MINUTO, HORA, 3 * HORA, 8 * HORA, 24 * HORA];

/** A receiver may ask for more patience (`Retry-After`), up to this. */
export const MAX_ESPERA_PEDIDA_MS = HORA;

/** Share of a wait that chance adds or takes, so that deliveries that failed together do not come back together. */
const VARIACAO = 0.2;

export type ProximaTentativa = { readonly estado: 'tentar_de_novo'; readonly em: Date } | { readonly estado: 'desistiu' };

/**
 * When to try again.
 * @param feitas attempts already made, all failed: 1 or more
 * @param sorteio random number, 0 ≤ n < 1
 * @param esperaPedidaMs what the receiver asked for, or null; counts when longer than ours
 */
export function scheduleTentativa({ feitas, agora, sorteio, esperaPedidaMs }: { readonly feitas: number; readonly agora: Date; readonly sorteio: number; readonly esperaPedidaMs: number | null }): ProximaTentativa {
  const base = ESPERAS_MS[feitas - 1];
  if (base === undefined) return { estado: 'desistiu' };
  const espera = Math.round(base * (1 - VARIACAO + 2 * VARIACAO * sorteio));
  return { estado: 'tentar_de_novo', em: new Date(agora.getTime() + Math.max(espera, Math.min(esperaPedidaMs ?? 0, MAX_ESPERA_PEDIDA_MS))) };
}

/** `Retry-After` in ms from `agora`, as seconds or as an HTTP date, at most one hour; null when absent, past or unreadable. */
export function readRetryAfter(valor: string | undefined, agora: Date): number | null {
  const texto = valor?.trim() ?? '';
  const ms = /^\d{1,9}$/.test(texto) ? Number(texto) * SEGUNDO : /^[A-Z][a-z]{2},/.test(texto) ? Date.parse(texto) - agora.getTime() : NaN;
  return ms > 0 ? Math.min(ms, MAX_ESPERA_PEDIDA_MS) : null;
}
