import { performance } from 'node:perf_hooks';

/** Longest a reading is waited for, ms: well below the time Prometheus gives a scrape (10 s). */
export const LIMITE_COLETA_MS = 2500;

/**
 * The same reading, bounded: whoever asks while one is under way waits for that one, and nobody waits for longer than
 * `limiteMs` after it began. One that never ends is asked for once, and costs later callers nothing.
 * @returns a function that throws what `read` throws, or Error when the time is over
 */
export function limitColeta<T>(read: () => T | Promise<T>, limiteMs = LIMITE_COLETA_MS): () => Promise<T> {
  let emCurso: { readonly ate: number; readonly lida: Promise<T> } | null = null;
  return async () => {
    if (!emCurso) {
      const esta = { ate: performance.now() + limiteMs, lida: Promise.resolve().then(read) };
      emCurso = esta;
      const end = (): void => void (emCurso = null);
      esta.lida.then(end, end);
    }
    const { ate, lida } = emCurso;
    let relogio: NodeJS.Timeout | undefined;
    const tarde = new Promise<never>((_, reject) => (relogio = setTimeout(() => reject(new Error('a coleta passou do tempo')), Math.max(0, ate - performance.now()))));
    try {
      return await Promise.race([lida, tarde]);
    } finally {
      clearTimeout(relogio);
    }
  };
}

/** The same reading, kept for `validadeMs` (its failure too): many who ask cost one. */
export function rememberColeta<T>(read: () => Promise<T>, validadeMs: number): () => Promise<T> {
  let feita: { readonly ate: number; readonly lida: Promise<T> } | null = null;
  return () => {
    if (!feita || performance.now() >= feita.ate) {
      const lida = read();
      lida.catch(() => undefined);
      feita = { ate: performance.now() + validadeMs, lida };
    }
    return feita.lida;
  };
}
