import { describe, expect, it } from '@jest/globals';
import { Caracteres } from '../../../src/editais/leitura/caracteres.js';
import { rebuildLinhas } from '../../../src/editais/leitura/rebuild-linhas.js';

/** Words of a line of 10-point text, each from its left edge, 5 points a character. */
function linhaDe(...palavras: readonly (readonly [number, string])[]): Caracteres {
  const c = new Caracteres(100);
  for (const [x, palavra] of palavras) [...palavra].forEach((letra, i) => c.add(letra.codePointAt(0)!, new Float32Array([x + i * 5, 100, x + i * 5 + 5, 90])));
  return c;
}

describe('rebuildLinhas', () => {
  it('cuts cells at wide gaps, joins words at narrow ones, and keeps the gaps between', () => {
    // Gaps: 2 between words, 6 inside a tight table (over 4.2), 20 between cells (over 8).
    const [l] = rebuildLinhas(linhaDe([10, 'Valor'], [37, 'do'], [53, 'item'], [93, 'Total']), 200);
    expect(l!.celulas).toEqual([{ texto: 'Valor do item', x0: 10, x1: 73, vaos: [8, 47, 53] }, { texto: 'Total', x0: 93, x1: 118 }]);
  });
  it('counts the gap in the text as it is written out', () => {
    const [l] = rebuildLinhas(linhaDe([10, 'ﬁo'], [26, 'azul']), 200);
    expect(l!.celulas).toEqual([{ texto: 'fio azul', x0: 10, x1: 46, vaos: [3, 20, 26] }]);
  });
});
