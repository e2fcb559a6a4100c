import { describe, expect, it } from '@jest/globals';
import { fuseOrdens } from '../../../src/editais/busca/fuse-ordens.js';

describe('fuseOrdens', () => {
  const palavras = [{ id: 1, nota: 9 }, { id: 2, nota: 5 }, { id: 3, nota: 1 }];

  it('keeps the first of the words, then puts first what both orders put high', () => {
    expect(fuseOrdens(palavras, [3, 2, 1], 1).map((n) => n.id)).toEqual([1, 3, 2]);
    expect(fuseOrdens(palavras, [3]).map((n) => n.id)).toEqual([1, 3, 2]);
    const notas = fuseOrdens(palavras, [3, 2, 1], 1).map((n) => n.nota);
    expect(notas).toEqual([...notas].sort((a, b) => b - a));
  });

  it('keeps what only one order has', () => {
    expect(fuseOrdens(palavras, [7]).map((n) => n.id).sort()).toEqual([1, 2, 3, 7]);
    expect(fuseOrdens([], [4, 5]).map((n) => n.id)).toEqual([4, 5]);
  });

  it('changes nothing when the other source has nothing to say', () => {
    expect(fuseOrdens(palavras, []).map((n) => n.id)).toEqual([1, 2, 3]);
  });
});
