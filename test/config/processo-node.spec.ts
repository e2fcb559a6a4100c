import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { planNode } from '../../src/config/processo-node.js';

describe('planNode', () => {
  it('gives room for short-lived objects where only requests are answered', () => {
    expect(planNode({ ALICIT_ROLE: 'api' }, [])).toEqual({ opcoes: ['--max-semi-space-size=16'], ambiente: { MALLOC_ARENA_MAX: '2' } });
  });

  it('gives little where documents are read', () => {
    expect(planNode({}, ['--enable-source-maps'])).toEqual({ opcoes: ['--enable-source-maps', '--max-semi-space-size=2'], ambiente: { MALLOC_ARENA_MAX: '2' } });
    expect(planNode({ ALICIT_ROLE: 'worker', MALLOC_ARENA_MAX: '4' }, [])).toEqual({ opcoes: ['--max-semi-space-size=2'], ambiente: { MALLOC_ARENA_MAX: '4' } });
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

describe('restartAsPlanned', () => {
  it('begins the same process again, once, as its role wants it', () => {
    const pasta = mkdtempSync(join(tmpdir(), 'alicit-processo-'));
    try {
      const porta = join(pasta, 'porta.mjs');
      writeFileSync(porta, `import { getPriority } from 'node:os';
        import { restartAsPlanned, yieldToOthers } from ${JSON.stringify(pathToFileURL(join(process.cwd(), 'dist', 'config', 'processo-node.js')).href)};
        restartAsPlanned(import.meta.filename);
        yieldToOthers();
        process.stdout.write(JSON.stringify([process.pid, process.execArgv, process.argv.slice(1), process.env.MALLOC_ARENA_MAX, getPriority()]));`);
      const { pid, stdout, stderr } = spawnSync(process.execPath, [porta, 'a b'], { env: { ALICIT_ROLE: 'worker' }, encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual([pid, ['--max-semi-space-size=2'], [porta, 'a b'], '2', 10]);
    } finally {
      rmSync(pasta, { recursive: true, force: true });
    }
  });
});
