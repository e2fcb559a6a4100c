/** Wait before asking again, ms: doubles with each failure in a row up to `maxMs`, with up to half of it left to chance (`sorteio`, 0 to 1). */
export const esperaDe = (tentativas: number, baseMs: number, maxMs: number, sorteio: number): number => Math.round(Math.min(maxMs, baseMs * 2 ** Math.min(20, Math.max(0, tentativas - 1))) * (0.5 + sorteio / 2));

const HORA_MS = 3_600_000;
/** Wait before a gap is tried again on its own: one hour, doubling to a day. */
export const esperaDaLacuna = (vezes: number): number => Math.min(24, 2 ** Math.max(0, vezes - 1)) * HORA_MS;
