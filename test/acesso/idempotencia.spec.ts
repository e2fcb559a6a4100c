import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { IdempotenciaService } from '../../src/acesso/acesso.module.js';

const MIN = 60_000;

describe('a key of a request that takes long', () => {
  afterEach(() => void jest.restoreAllMocks());

  it.each([[2, 4, 6], [60, 62, 64]])('is kept alive as long as the server, which gives it %i minutes to arrive, may be at it', async (pedidoMin, viva, solta) => {
    const renovadas: string[] = [];
    const query = async (sql: string): Promise<unknown[]> => {
      if (sql.startsWith('update')) renovadas.push(sql);
      return [1];
    };
    const relogio = jest.spyOn(Date, 'now').mockReturnValue(0);
    const guarda = new IdempotenciaService({ query } as unknown as DataSource, { pressao: { maxPedidos: 1, maxAtrasoMs: 0, maxMemoriaBytes: 0, pedidoMs: pedidoMin * MIN, respostasBytes: 0 } });
    await guarda.reserve({ organizacaoId: 'org_1', chave: 'k' }, 'POST /v1/analises', '');
    for (const [minuto, vezes] of [[viva, 1], [solta, 1]] as const) {
      relogio.mockReturnValue(minuto * MIN);
      await guarda.renew();
      expect([minuto, renovadas.length]).toEqual([minuto, vezes]);
    }
    guarda.onApplicationShutdown();
  });
});
