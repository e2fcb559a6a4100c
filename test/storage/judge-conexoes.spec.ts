import { describe, expect, it } from '@jest/globals';
import type { ConexoesDoProcesso } from '../../src/config/index.js';
import { judgeConexoes } from '../../src/storage/judge-conexoes.js';

const processo = (pool: number): ConexoesDoProcesso => ({ banco: { pool, recomendacoes: 4, escuta: 1, presenca: 0, execucoes: 0 }, total: pool + 5 });
const judge = (pool: number, processos: number, disponiveis: number, pooler = false, limitadoPor: 'max_connections' | 'papel' | 'banco' = 'max_connections') => judgeConexoes(processo(pool), processos, { disponiveis, limitadoPor }, pooler);

describe('whether connections fit', () => {
  it.each([
    [10, 1, 97, 'cabe'], [10, 6, 97, 'cabe'], [10, 6, 90, 'cabe'], [10, 6, 89, 'apertado'], [10, 7, 97, 'apertado'], [10, 1, 15, 'cabe'], [10, 1, 14, 'impossivel'], [10, 5, 14, 'impossivel'],
  ] as const)('pool of %i, %i processes, %i offered: %s', (pool, processos, disponiveis, situacao) => {
    const conta = judge(pool, processos, disponiveis);
    expect(conta).toMatchObject({ situacao, porProcesso: pool + 5, total: (pool + 5) * processos });
    expect(conta.mensagem === null).toBe(situacao === 'cabe');
  });

  it('says a size of pool with which they do fit', () => {
    for (const [pool, processos, disponiveis] of [[10, 7, 97], [20, 4, 60], [50, 1, 30], [10, 1, 14]] as const) {
      const sugerido = Number(/ALICIT_BANCO_CONEXOES=(\d+)/.exec(judge(pool, processos, disponiveis).mensagem!)![1]);
      expect(judge(sugerido, processos, disponiveis).situacao).toBe('cabe');
      expect(judge(sugerido + 1, processos, disponiveis).situacao).not.toBe('cabe');
    }
  });

  it('suggests none where no pool is small enough', () => {
    expect(judge(10, 30, 97).mensagem).not.toContain('ALICIT_BANCO_CONEXOES');
    expect(judge(10, 1, 6).mensagem).toContain('ponha um pooler');
  });

  it('names what limits', () => {
    expect(judge(10, 7, 97).mensagem).toContain('max_connections');
    expect(judge(10, 7, 97, false, 'papel').mensagem).toContain('alter role');
    expect(judge(10, 1, 5, false, 'banco').mensagem).toContain('alter database');
  });

  it('behind a pooler does not judge, and says what to look at', () => {
    expect(judge(10, 1000, 20, true)).toMatchObject({ situacao: 'desconhecido', total: 15_000, mensagem: expect.stringContaining('max_client_conn (pelo menos 15000)') });
  });
});
