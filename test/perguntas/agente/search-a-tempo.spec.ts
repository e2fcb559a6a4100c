import { describe, expect, it } from '@jest/globals';
import { searchATempo } from '../../../src/perguntas/agente/search-a-tempo.js';

/** Never comes: ends with its signal. */
const silent = (sinal: AbortSignal): Promise<string> => new Promise((_, reject) => sinal.addEventListener('abort', () => reject(new Error('parada')), { once: true }));

describe('passages in time', () => {
  const sinal = new AbortController().signal;
  it('are those of meaning, or of words when meaning is late', async () => {
    expect(await searchATempo(async () => 'sentido', async () => 'palavras', { sinal, ms: 1000 })).toBe('sentido');
    expect(await searchATempo(silent, async () => 'palavras', { sinal, ms: 5 })).toBe('palavras');
  });

  it('are nobody’s when the client left, and a failure stays one', async () => {
    const saiu = new AbortController();
    const pedida = searchATempo(silent, async () => 'palavras', { sinal: saiu.signal, ms: 1000 });
    saiu.abort();
    await expect(pedida).rejects.toThrow('parada');
    await expect(searchATempo(() => Promise.reject(new Error('defeito')), async () => 'palavras', { sinal, ms: 1000 })).rejects.toThrow('defeito');
  });
});
