import { describe, expect, it } from '@jest/globals';
import { describeCopia, describeVolta } from '../../src/cli/descrever-copia.js';
import type { Manifesto } from '../../src/copia/index.js';

const manifesto = (quantos: number | null, ausentes = 0): Manifesto =>
  ({ criadaEm: 'AGORA', alicit: '1', postgres: '18.4', migracoes: ['A', 'B'], tabelas: [{ linhas: 1 }, { linhas: 1 }], arquivos: quantos === null ? null : { quantos, bytes: 9, ausentes } }) as unknown as Manifesto;

describe('what a backup has, for a person', () => {
  it.each([[1, 0, '1 arquivo (9 bytes)'], [2, 1, '2 arquivos (9 bytes), 1 ausente'], [2, 2, '2 arquivos (9 bytes), 2 ausentes'], [null, 0, 'sem arquivos']] as const)('%s files, %i missing', (n, ausentes, dito) =>
    expect(describeCopia(manifesto(n, ausentes))).toBe(`Cópia de AGORA, do ALICIT 1 sobre PostgreSQL 18.4: 2 linhas em 2 tabelas (esquema B), ${dito}.\n`));

  it('and what was brought back', () => {
    expect([describeVolta(manifesto(1), 1, 0), describeVolta(manifesto(2), 38, 1), describeVolta(manifesto(null), 38, 3)]).toEqual([
      'Restaurada: 1 linha e 1 arquivo.',
      'Restaurada: 38 linhas e 2 arquivos. Um arquivo que só os dados anteriores citavam foi apagado.',
      'Restaurada: 38 linhas e 0 arquivos. 3 arquivos que só os dados anteriores citavam foram apagados. A cópia não tem arquivos: ponha-os de volta no armazenamento, ou eles aparecerão como ausentes.',
    ]);
  });
});
