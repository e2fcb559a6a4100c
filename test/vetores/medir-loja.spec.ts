import { beforeEach, describe, expect, it } from '@jest/globals';
import { invalido } from '../../src/kernel/index.js';
import type { VectorStore } from '../../src/vetores/index.js';
import { medirLoja, type OperacaoFeita } from '../../src/vetores/medir-loja.js';

const VETOR = Float32Array.of(1);

describe('a measured store', () => {
  let agora: number;
  let falha: Error | null;
  let pedidos: number;
  let feitas: OperacaoFeita[];
  let loja: VectorStore;
  beforeEach(() => {
    [agora, falha, pedidos, feitas] = [0, null, 0, []];
    const tenta = async <T>(valor: T): Promise<T> => {
      pedidos++;
      agora += 7;
      if (falha) throw falha;
      return valor;
    };
    const crua: VectorStore = {
      nome: 'exact', upsert: () => tenta(undefined), query: () => tenta([[]]), deleteIds: () => tenta(undefined), deleteColecao: () => tenta(undefined), count: () => tenta(3), list: () => tenta({ vetores: [], cursor: null }),
    };
    loja = medirLoja(crua, { tempoMs: 50, falhas: 3, abertoMs: 1000, onFeita: (f) => feitas.push(f), relogio: () => agora });
  });

  it('tells each operation, its outcome and how long it took', async () => {
    expect(await loja.count('x')).toBe(3);
    falha = invalido('vetor_invalido', 'não');
    await expect(loja.upsert('x', [])).rejects.toMatchObject({ codigo: 'vetor_invalido' });
    expect(feitas).toEqual([{ loja: 'exact', operacao: 'count', resultado: 'ok', falha: null, ms: 7 }, { loja: 'exact', operacao: 'upsert', resultado: 'vetor_invalido', falha: null, ms: 7 }]);
  });

  it('gives any failure a name, with what it was as its cause', async () => {
    falha = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1'), { code: 'ECONNREFUSED' });
    await expect(loja.count('x')).rejects.toMatchObject({ codigo: 'vetores_indisponiveis', message: 'A loja de vetores exact falhou (conexao_recusada).', cause: falha });
  });

  it('leaves alone for a while a store that only fails, and tries it again', async () => {
    falha = new Error('fora');
    for (let i = 0; i < 3; i++) await expect(loja.count('x')).rejects.toThrow();
    expect(pedidos).toBe(3);
    await expect(loja.query('x', [VETOR], { top: 1 })).rejects.toMatchObject({ codigo: 'vetores_indisponiveis' });
    expect(pedidos).toBe(3);
    agora += 1000;
    falha = null;
    expect(await loja.count('x')).toBe(3);
  });

  it('does not count against it what the caller did wrong, or gave up', async () => {
    falha = invalido('dimensoes_diferentes', 'não');
    for (let i = 0; i < 5; i++) await expect(loja.upsert('x', [])).rejects.toMatchObject({ codigo: 'dimensoes_diferentes' });
    await expect(loja.query('x', [VETOR], { top: 1, sinal: AbortSignal.abort(new Error('desistiu')) })).rejects.toThrow('desistiu');
    falha = null;
    expect(await loja.count('x')).toBe(3);
  });

  it('gives up a query that takes too long', async () => {
    const presa = medirLoja({ ...loja, query: () => new Promise(() => undefined) }, { tempoMs: 20, falhas: 3, abertoMs: 1000, onFeita: (f) => feitas.push(f) });
    await expect(presa.query('x', [VETOR], { top: 1 })).rejects.toMatchObject({ codigo: 'vetores_indisponiveis', message: expect.stringContaining('20 ms') });
    expect(feitas.at(-1)).toMatchObject({ operacao: 'query', resultado: 'vetores_indisponiveis' });
  });
});
