import { describe, expect, it } from '@jest/globals';
import { seal, toChaveMestra, unseal } from '../../../src/webhooks/domain/selo.js';

const chave = (n: number) => toChaveMestra(Buffer.alloc(32, n).toString('base64'));
const IV = new Uint8Array(12).fill(1);
const selado = seal('whsec_ação', 'webhook:1', chave(1), IV);

describe('seal', () => {
  it('names its version and its key, and opens with it among others', () => {
    expect(selado).toMatch(new RegExp(`^s1\\.${chave(1).id}\\.[\\w-]+$`));
    expect(unseal(selado, 'webhook:1', [chave(2), chave(1)])).toBe('whsec_ação');
  });

  it.each<[string, string, string, number]>([
    ['another key', selado, 'webhook:1', 2],
    ['another owner', selado, 'webhook:2', 1],
    ['a changed byte', selado.slice(0, -2) + (selado.endsWith('AA') ? 'BB' : 'AA'), 'webhook:1', 1],
    ['another key under the same name', selado.replace(chave(1).id, chave(2).id), 'webhook:1', 2],
    ['a cut text', selado.slice(0, 30), 'webhook:1', 1],
    ['a text that is not sealed', 'whsec_ação', 'webhook:1', 1],
    ['nothing', '', 'webhook:1', 1],
  ])('%s opens nothing', (_, texto, contexto, n) => expect(unseal(texto, contexto, [chave(n)])).toBeNull());

  it('takes keys of 32 bytes and nonces of 12', () => {
    expect(() => toChaveMestra(Buffer.alloc(31).toString('base64'))).toThrow(RangeError);
    expect(() => seal('x', 'y', chave(1), new Uint8Array(11))).toThrow(RangeError);
  });
});
