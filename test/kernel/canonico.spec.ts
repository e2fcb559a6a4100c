import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, hashDe, sha256De } from '../../src/kernel/index.js';

describe('canonicalJson', () => {
  it('is JSON with keys in order and nothing undefined', () => {
    expect(canonicalJson({ b: 1, a: { d: undefined, c: [undefined, 'ç', { z: null, y: true }] } })).toBe('{"a":{"c":[null,"ç",{"y":true,"z":null}]},"b":1}');
  });

  it('means what JSON means, however the keys come', () => {
    fc.assert(fc.property(fc.jsonValue(), (v) => {
      expect(JSON.parse(canonicalJson(v))).toEqual(JSON.parse(JSON.stringify(v)));
      if (v && typeof v === 'object' && !Array.isArray(v)) expect(hashDe(Object.fromEntries(Object.entries(v).reverse()))).toBe(hashDe(v));
    }));
  });

  it('hashes bytes and their text alike', () => {
    expect(sha256De('ação')).toBe(sha256De(Buffer.from('ação')));
    expect(sha256De('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});
