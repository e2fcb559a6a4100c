import { describe, expect, it } from '@jest/globals';
import { mergePatch } from '../../src/http/index.js';

describe('JSON merge patch', () => {
  // The cases of RFC 7396, appendix A.
  it.each<[unknown, unknown, unknown]>([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }], [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }], [{ a: 'b' }, { a: null }, {}], [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }], [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }], [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }], [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }], [['a', 'b'], ['c', 'd'], ['c', 'd']], [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null], [{ a: 'foo' }, 'bar', 'bar'], [{ e: null }, { a: 1 }, { e: null, a: 1 }], [[1, 2], { a: 'b', c: null }, { a: 'b' }], [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j is %j', (alvo, mudanca, esperado) => {
    expect(mergePatch(alvo, mudanca)).toEqual(esperado);
  });

  it('does not reach the prototype', () => {
    const novo = mergePatch({}, JSON.parse('{"__proto__":{"x":1}}')) as { x?: number };
    expect(({} as { x?: number }).x).toBeUndefined();
    expect(Object.getPrototypeOf(novo)).toBe(Object.prototype);
  });
});
