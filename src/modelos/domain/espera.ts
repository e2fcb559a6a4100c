type Cabecalho = string | null | undefined;

/** How long the server asks to wait, ms: `retry-after-ms`, else `retry-after` in seconds or as a date. Null: it does not say. @param agora ms since 1970 */
export function readEspera(cabecalhos: Readonly<Record<string, Cabecalho>>, agora: number): number | null {
  const ms = cabecalhos['retry-after-ms']?.trim();
  if (ms && /^\d{1,9}(?:\.\d+)?$/.test(ms)) return Math.ceil(Number(ms));
  const texto = cabecalhos['retry-after']?.trim();
  if (!texto) return null;
  const lido = /^\d{1,9}(?:\.\d+)?$/.test(texto) ? Number(texto) * 1000 : Date.parse(texto) - agora;
  return Number.isFinite(lido) ? Math.max(0, Math.ceil(lido)) : null;
}

/** What a try waits before the next, ms: what was asked and a little by chance, else anywhere below the exponential ceiling. @param falhas from 1 @param sorte 0 ≤ x < 1 */
export function waitBefore(falhas: number, pedidaMs: number | null, baseMs: number, tetoMs: number, sorte: number): number {
  if (pedidaMs !== null) return pedidaMs + Math.floor(sorte * Math.min(baseMs, 250));
  return Math.floor(sorte * Math.min(tetoMs, baseMs * 2 ** (falhas - 1)));
}
