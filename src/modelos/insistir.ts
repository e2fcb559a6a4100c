import { isBancoFora } from '../storage/index.js';
import type { Relogio } from './relogio.js';

const PRIMEIRA_MS = 50;
const MAIOR_MS = 2000;

/** It lost against another, or the server was full: that passes too. */
const DE_PASSAGEM = /^(?:40|53|55)[0-9A-Z]{3}$/;
const isPassageiro = (erro: unknown): boolean => isBancoFora(erro) || DE_PASSAGEM.test(String((erro as { code?: unknown }).code));

/**
 * Does it, again and again while the database is away, for at most so long: what was paid for is worth the wait. Another error is
 * tried once more. @throws what the last try threw
 */
export async function insistir(fazer: () => Promise<void>, relogio: Relogio, limiteMs: number): Promise<void> {
  const fim = relogio.agora() + limiteMs;
  const nunca = new AbortController().signal;
  for (let vez = 0, espera = PRIMEIRA_MS; ; vez++, espera = Math.min(MAIOR_MS, espera * 2)) {
    try {
      return await fazer();
    } catch (erro) {
      if ((vez > 0 && !isPassageiro(erro)) || relogio.agora() + espera > fim) throw erro;
      await relogio.dormir(espera, nunca);
    }
  }
}
