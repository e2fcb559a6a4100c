import { describe, expect, it } from '@jest/globals';
import { fold } from '../../src/kernel/index.js';
import { analyze, isVazia, stem } from '../../src/portugues/index.js';

const raiz = (palavra: string): string => stem(fold(palavra));

describe('analyze', () => {
  it('leaves empty words out and keeps the order', () => {
    expect(analyze('O prazo para a assinatura dos contratos')).toEqual([raiz('prazo'), raiz('assinar'), raiz('contrato')]);
  });

  it('takes two ways of saying the same for the same', () => {
    expect(analyze('entregas em 05 (cinco) dias')).toEqual(analyze('Entregue em 5 (5) dia'));
    expect(analyze('multas de 2,00%')).toEqual(analyze('multar em 2 por cento'));
  });

  it('knows an empty word by its folded form', () => {
    expect(['até', 'não', 'caput', 'iv'].map((p) => isVazia(fold(p)))).toEqual([true, true, true, true]);
    expect(['prazo', 'edital'].map(isVazia)).toEqual([false, false]);
  });
});
