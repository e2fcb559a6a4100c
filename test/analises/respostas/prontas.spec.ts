import { describe, expect, it } from '@jest/globals';
import { Prontas, SEM_MODELOS, VALIDADE_MS, type Pronta } from '../../../src/analises/respostas/prontas.js';
import { Corpos } from '../../../src/http/corpos.js';

const MB = 1024 * 1024;
const pronta = (conferida: number, { revisao = 1, organizacaoId = 'org', bytes = 10 } = {}): Pronta => ({ organizacaoId, revisao, etag: '"e"', corpos: new Corpos('identity', Buffer.alloc(bytes)), modelos: SEM_MODELOS, conferida });
const existem = (...quais: [string, number, string?][]) => new Map(quais.map(([id, revisao, organizacaoId = 'org']) => [id, { revisao, organizacaoId }]));

describe('finished answers kept', () => {
  it('go out while the database was asked within the bound, to their organisation alone', () => {
    const p = new Prontas(MB);
    p.set('a', pronta(1000));
    expect(p.fresh('a', 'org', 1000 + VALIDADE_MS)).not.toBeNull();
    expect([p.fresh('a', 'org', 1001 + VALIDADE_MS), p.fresh('a', 'outra', 1000), p.fresh('b', 'org', 1000)]).toEqual([null, null, null]);
  });

  it('are young again from the moment of the question, not of its answer', () => {
    const p = new Prontas(MB);
    p.set('a', pronta(1000));
    p.confirm(['a'], existem(['a', 1]), 1600);
    expect([p.fresh('a', 'org', 1600 + VALIDADE_MS), p.fresh('a', 'org', 1601 + VALIDADE_MS)]).toEqual([expect.anything(), null]);
    p.confirm(['a'], existem(['a', 1]), 1200);
    expect(p.get('a')?.conferida).toBe(1600);
  });

  it.each([['is gone', existem()], ['has another revision', existem(['a', 2])], ['is of another organisation', existem(['a', 1, 'outra'])]])('are forgotten when the row %s', (_, revisoes) => {
    const p = new Prontas(MB);
    p.set('a', pronta(1000));
    p.confirm(['a', 'b'], revisoes, 1500);
    expect(p.get('a')).toBeUndefined();
  });

  it('made since a question are not forgotten by its answer', () => {
    const p = new Prontas(MB);
    p.set('a', pronta(2000, { revisao: 3 }));
    p.confirm(['a'], existem(['a', 2]), 1900);
    expect(p.get('a')?.revisao).toBe(3);
  });

  it('wait for the database after a write of their organisation here, also against a question asked before it', () => {
    const p = new Prontas(MB);
    p.set('a', pronta(1000));
    p.set('b', pronta(1000, { organizacaoId: 'outra' }));
    p.wrote('org', 1100);
    p.confirm(['a'], existem(['a', 1]), 1050);
    expect([p.fresh('a', 'org', 1100), p.fresh('b', 'outra', 1100)]).toEqual([null, expect.anything()]);
    p.confirm(['a'], existem(['a', 1]), 1200);
    expect(p.fresh('a', 'org', 1200)).not.toBeNull();
  });

  it('stay within their bytes, encodings made later included', async () => {
    const p = new Prontas(64 * 1024);
    for (let i = 0; i < 100; i++) p.set(`x${i}`, pronta(0, { bytes: 5000 }));
    expect([p.bytes <= 64 * 1024, p.tamanho]).toEqual([true, 5]);
    const corpos: Corpos = new Corpos('identity', Buffer.from(Array.from({ length: 12_000 }, (_, i) => (i * 7919) % 251)), () => p.weigh('g', corpos));
    p.set('g', { ...pronta(0), corpos });
    const antes = p.bytes;
    expect((await corpos.get('br')).length).toBeLessThan(12_000);
    expect(p.bytes).toBeGreaterThan(antes);
    expect(p.bytes).toBeLessThanOrEqual(64 * 1024);
    p.set('enorme', pronta(0, { bytes: MB }));
    expect(p.get('enorme')).toBeUndefined();
  });

  it('are none with no bytes', () => {
    const p = new Prontas(0);
    p.set('a', pronta(1000));
    expect([p.fresh('a', 'org', 1000), p.bytes, p.tamanho]).toEqual([null, 0, 0]);
  });
});
