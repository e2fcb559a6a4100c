import { describe, expect, it, jest } from '@jest/globals';
import { limitColeta, rememberColeta } from '../../src/observacao/limit-coleta.js';
import { MetricasService } from '../../src/observacao/observacao.module.js';
import { readExposicao } from '../support/exposicao.js';

describe('limitColeta', () => {
  it('gives what was read, and what was thrown', async () => {
    expect(await limitColeta(() => 7)()).toBe(7);
    await expect(limitColeta(() => Promise.reject(new Error('caiu')))()).rejects.toThrow('caiu');
    await expect(limitColeta((): number => { throw new Error('já'); })()).rejects.toThrow('já');
  });

  it('asks once for all who ask meanwhile, and again afterwards', async () => {
    const read = jest.fn(() => Promise.resolve(1));
    const ler = limitColeta(read);
    expect(await Promise.all([ler(), ler(), ler()])).toEqual([1, 1, 1]);
    expect(read).toHaveBeenCalledTimes(1);
    await ler();
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('waits no longer than its limit, and is asked no second time while the first hangs', async () => {
    let release: (n: number) => void = () => undefined;
    const read = jest.fn(() => new Promise<number>((resolve) => (release = resolve)));
    const ler = limitColeta(read, 30);
    await expect(ler()).rejects.toThrow('passou do tempo');
    const antes = performance.now();
    for (let i = 0; i < 20; i++) await expect(ler()).rejects.toThrow('passou do tempo');
    // Those who come after the limit do not wait it again: 20 of them would be 600 ms.
    expect(performance.now() - antes).toBeLessThan(300);
    expect(read).toHaveBeenCalledTimes(1);
    release(1);
    await new Promise((r) => setImmediate(r));
    const outra = ler();
    await new Promise((r) => setImmediate(r));
    expect(read).toHaveBeenCalledTimes(2);
    release(2);
    expect(await outra).toBe(2);
  });
});

describe('rememberColeta', () => {
  it('keeps what was read, and its failure, for a while', async () => {
    let agora = 1000;
    const relogio = jest.spyOn(performance, 'now').mockImplementation(() => agora);
    try {
      const read = jest.fn<() => Promise<number>>().mockResolvedValueOnce(1).mockRejectedValueOnce(new Error('caiu')).mockResolvedValue(3);
      const ler = rememberColeta(read, 50);
      expect([await ler(), await ler()]).toEqual([1, 1]);
      agora += 50;
      await expect(ler()).rejects.toThrow('caiu');
      await expect(ler()).rejects.toThrow('caiu');
      agora += 50;
      expect(await ler()).toBe(3);
      expect(read).toHaveBeenCalledTimes(3);
    } finally {
      relogio.mockRestore();
    }
  });
});

describe('MetricasService', () => {
  it('leaves a gauge that hangs out of the reading, and counts it', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    try {
      const metricas = new MetricasService();
      metricas.gauge('alicit_presa', 'não responde', [], () => new Promise(() => undefined));
      metricas.gauge('alicit_boa', 'responde', [], () => [{ valor: 1 }]);
      const lida = metricas.registro.metrics();
      await jest.advanceTimersByTimeAsync(2600);
      const m = readExposicao(await lida);
      expect([m.find('alicit_presa'), m.find('alicit_boa')]).toEqual([[], [1]]);
      const depois = metricas.registro.metrics();
      await jest.advanceTimersByTimeAsync(2600);
      expect(readExposicao(await depois).find('alicit_coleta_falhas_total', { coletor: 'presa' })[0]).toBeGreaterThanOrEqual(1);
    } finally {
      jest.useRealTimers();
    }
  });

  it('takes names of models as they are, and nothing that could grow without end or break a line', () => {
    const metricas = new MetricasService();
    for (const nome of ['gpt-5-mini', 'gpt-4.1', 'openai/gpt-oss-120b:free', 'Llama-3_70B', 'ft:gpt-4.1@x']) expect(metricas.boundNome('modelo', nome)).toBe(nome);
    for (const nome of ['', 'a b', 'a"b', 'a\nb', 'á', '-x', 'x'.repeat(81)]) expect(metricas.boundNome('modelo', nome)).toBe('outro');
    const vistos = new Set(Array.from({ length: 500 }, (_, i) => metricas.boundNome('outros', `m-${i}`)));
    expect(vistos.size).toBeLessThanOrEqual(41);
    expect(metricas.bound('codigo', 'gpt-5')).toBe('outro');
  });

  it('tells series from the start, so that their first step is seen', async () => {
    const metricas = new MetricasService();
    metricas.counter('alicit_exemplo_total', 'um', ['que'], [{ que: 'isto' }]);
    metricas.gaugeDoBanco('alicit_do_banco', 'Quantos.', [], async () => [{ valor: 2 }]);
    const m = readExposicao(await metricas.registro.metrics());
    expect(m.find('alicit_exemplo_total', { que: 'isto' })).toEqual([0]);
    expect(m.texto).toContain('# HELP alicit_do_banco Quantos. De todos os processos');
    expect([...metricas.doBanco]).toEqual(['alicit_do_banco']);
  });
});
