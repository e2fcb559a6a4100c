import { setTimeout as dormir } from 'node:timers/promises';
import { modeloIndisponivel } from './domain/falha.js';

const PRIMEIRA_MS = 30;
const MAIOR_MS = 500;

/**
 * Looks until something is there, more and more seldom.
 * @param ver undefined: not yet
 * @throws the signal's reason; AlicitError `modelo_indisponivel` when `limiteMs` is over
 */
export async function poll<T>(ver: () => Promise<T | undefined>, sinal: AbortSignal, limiteMs: number): Promise<T> {
  const fim = Date.now() + limiteMs;
  for (let espera = PRIMEIRA_MS; ; espera = Math.min(MAIOR_MS, espera * 1.5)) {
    sinal.throwIfAborted();
    const visto = await ver();
    if (visto !== undefined) return visto;
    if (Date.now() > fim) throw modeloIndisponivel('tempo_esgotado');
    await dormir(espera, undefined, { signal: sinal }).catch(() => undefined);
  }
}
