import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstLetters, fold, fromUnits, lettersOf, normalizeText } from '../../src/kernel/index.js';

const texto = fc.string({ unit: fc.oneof(fc.constantFrom('á', 'Ç', 'º', '–', '“', '\u00a0', '\r', 'ﬁ', '\u0301', '\u200b', '𝐀', 'İ', '\u0000'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 60 });

describe('text', () => {
  test('folding keeps the length and every offset', () => fc.assert(fc.property(texto, texto, (a, b) => {
    expect(fold(a + b)).toBe(fold(a) + fold(b));
    expect(fold(a)).toHaveLength(a.length);
  })));

  test.each([['LICITAÇÃO Nº 12 – “Menor preço”', 'licitacao nº 12 - "menor preco"'], ['Art. 5º, § 1°', 'art. 5º, § 1º'], ['', '']])('folds %s', (a, b) => expect(fold(a)).toBe(b));
  test('folds texts longer than any line', () => expect(fold('Á–'.repeat(5000))).toBe('a-'.repeat(5000)));

  test('letters are those of the decomposed text', () => fc.assert(fc.property(texto, (a) => {
    expect(lettersOf(a)).toBe(a.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]/g, ''));
  })));
  test('letters stop at the number asked for', () => expect(firstLetters('Á. b-C 4º', 3)).toBe('abc'));

  test('what needs no normalizing is NFC and plain', () => fc.assert(fc.property(texto, (a) => {
    const n = normalizeText(a);
    expect(n).not.toMatch(/[\r\u0000\u200b\u00a0\ufeff]/);
    expect(normalizeText(`${a}\r`)).toBe(`${n}\n`);
  })));

  test('units make the string they came from', () => fc.assert(fc.property(texto, (a) => {
    expect(fromUnits(Uint16Array.from({ length: a.length }, (_, i) => a.charCodeAt(i)), a.length)).toBe(a);
  })));
});
