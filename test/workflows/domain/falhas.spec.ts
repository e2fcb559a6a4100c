import { describe, expect, it } from '@jest/globals';
import { indisponivel, invalido } from '../../../src/kernel/index.js';
import { esperaS, isPassageira } from '../../../src/workflows/domain/falhas.js';

describe('failures of a run', () => {
  it.each([
    [indisponivel('arquivos_indisponiveis', ''), true], [indisponivel('oficina_cheia', ''), true], [indisponivel('trabalho_ausente', ''), true],
    [indisponivel('arquivo_ausente', ''), false], [indisponivel('tempo_esgotado', ''), false], [invalido('sem_edital', ''), false], [invalido('pdf_corrompido', ''), false],
  ])('%s passes: %s', (erro, passa) => expect(isPassageira(erro)).toBe(passa));

  it('waits twice as long after each attempt, up to five minutes', () => {
    expect([1, 2, 3, 9, 10, 100].map(esperaS)).toEqual([1, 2, 4, 256, 300, 300]);
  });
});
