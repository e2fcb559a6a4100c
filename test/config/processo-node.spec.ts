import { describe, expect, it } from '@jest/globals';
import { planNode } from '../../src/config/processo-node.js';

describe('planNode', () => {
  it('gives room for short-lived objects where only requests are answered', () => {
    expect(planNode({ ALICIT_ROLE: 'api' }, [])).toEqual({ opcoes: ['--max-semi-space-size=16'], ambiente: { MALLOC_ARENA_MAX: '2' }, prioridade: null });
  });

  it('gives little where documents are read, and a process that only reads yields to the others', () => {
    expect(planNode({}, ['--enable-source-maps'])).toEqual({ opcoes: ['--enable-source-maps', '--max-semi-space-size=2'], ambiente: { MALLOC_ARENA_MAX: '2' }, prioridade: null });
    expect(planNode({ ALICIT_ROLE: 'worker', MALLOC_ARENA_MAX: '4' }, [])).toEqual({ opcoes: ['--max-semi-space-size=2'], ambiente: { MALLOC_ARENA_MAX: '4' }, prioridade: 10 });
  });

  it.each([
    [{ ALICIT_ROLE: 'api' }, ['--max-semi-space-size=8']],
    [{ ALICIT_ROLE: 'api' }, ['--max_semi_space_size=8']],
    [{ ALICIT_ROLE: 'api', NODE_OPTIONS: '--no-warnings --max-semi-space-size=8' }, []],
  ])('leaves what whoever starts it has chosen: %j %j', (ambiente, opcoes) => expect(planNode(ambiente, opcoes)).toBeNull());

  it('has nothing left to do once it was done', () => {
    const plano = planNode({ ALICIT_ROLE: 'worker' }, [])!;
    expect(planNode({ ALICIT_ROLE: 'worker', ...plano.ambiente }, plano.opcoes)).toBeNull();
  });
});
