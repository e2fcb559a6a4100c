import { describe, expect, it } from '@jest/globals';
import { fold } from '../../src/kernel/index.js';
import { stem } from '../../src/portugues/index.js';
import { JUNTAS, SEPARADAS } from './pares.js';

const raiz = (palavra: string): string => stem(fold(palavra));

describe('stem', () => {
  it('is tested on at least 150 pairs that join and 60 that do not', () => {
    expect(JUNTAS.length).toBeGreaterThanOrEqual(150);
    expect(SEPARADAS.length).toBeGreaterThanOrEqual(60);
  });

  it.each(JUNTAS)('joins %s and %s', (a, b) => {
    expect(raiz(a)).toBe(raiz(b));
  });

  it.each(SEPARADAS)('keeps %s and %s apart', (a, b) => {
    expect(raiz(a)).not.toBe(raiz(b));
  });

  it('leaves numbers and codes as they are, and files numbers in words under them', () => {
    expect(['14133', '8.1.2', 'cinco', 'trinta', 'duas'].map(stem)).toEqual(['14133', '8.1.2', '5', '30', '2']);
  });
});
