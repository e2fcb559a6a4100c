import { describe, expect, it } from '@jest/globals';
import { Falhas } from '../../src/jobs/falhas.js';

describe('Falhas', () => {
  it('a database out for ten minutes, refusing 12 times a second, is ten lines, and none is uncounted', () => {
    const falhas = new Falhas();
    const linhas: string[] = [];
    for (let i = 0; i < 12 * 600; i++) linhas.push(falhas.note('ECONNREFUSED', i * (1000 / 12)) ?? '');
    const ditas = linhas.filter(Boolean);
    expect(ditas).toHaveLength(10);
    expect(ditas[0]).toBe('ECONNREFUSED');
    expect(ditas[1]).toBe('ECONNREFUSED (e mais 719 desde a última linha)');
  });

  it('each class has its own line, at once', () => {
    const falhas = new Falhas();
    expect(['ECONNREFUSED', 'ECONNRESET', 'ECONNREFUSED'].map((c) => falhas.note(c, 0))).toEqual(['ECONNREFUSED', 'ECONNRESET', null]);
  });

  it('remembers a bounded number of classes', () => {
    const falhas = new Falhas();
    for (let i = 0; i < 51; i++) falhas.note(`E${i}`, 0);
    expect(falhas.note('E50', 1)).toBeNull();
    expect(falhas.note('E0', 1)).toBe('E0');
  });
});
