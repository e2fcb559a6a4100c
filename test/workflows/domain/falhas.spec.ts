import { describe, expect, it } from '@jest/globals';
import { indisponivel, invalido } from '../../../src/kernel/index.js';
import { esperaQuedaS, esperaS, isPassageira } from '../../../src/workflows/domain/falhas.js';

describe('failures of a run', () => {
  it.each([
    [indisponivel('arquivos_indisponiveis', ''), true], [indisponivel('oficina_cheia', ''), true], [indisponivel('trabalho_ausente', ''), true],
    [indisponivel('arquivo_ausente', ''), false], [indisponivel('tempo_esgotado', ''), false], [invalido('sem_edital', ''), false], [invalido('pdf_corrompido', ''), false],
  ])('%s passes: %s', (erro, passa) => expect(isPassageira(erro)).toBe(passa));

  it('waits twice as long after each attempt, up to five minutes', () => {
    expect([0, 4000, 7500, 60_000, 3_600_000].map(esperaQuedaS)).toEqual([5, 5, 8, 60, 300]);
    expect([1, 2, 3, 9, 10, 100].map(esperaS)).toEqual([1, 2, 4, 256, 300, 300]);
  });
});
