import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { readServicos } from '../../support/servicos.js';

const PASTA = join(process.cwd(), 'deploy', 'prometheus');

/** What promtool said; it fails with its exit code. */
const promtool = async (...args: readonly string[]): Promise<string> => {
  const { stdout, stderr } = await promisify(execFile)(readServicos().prometheus.promtool, args, { cwd: PASTA });
  return stdout + stderr;
};

describe('deploy/prometheus, as promtool takes it', () => {
  it('rules and the example configuration are valid', async () => {
    expect(await promtool('check', 'rules', 'alertas.yml')).toMatch(/SUCCESS: \d+ rules found/);
    expect(await promtool('check', 'config', '--syntax-only', 'prometheus.yml')).toContain('SUCCESS');
  });

  it('each alert fires when it should and only then', async () => expect(await promtool('test', 'rules', 'alertas.test.yml')).toContain('SUCCESS'), 300_000);

  it('business hours of Brasília: weekdays, 8 to 18, and no weekend', async () => expect(await promtool('test', 'rules', 'alertas-horario.test.yml')).toContain('SUCCESS'), 300_000);
});
