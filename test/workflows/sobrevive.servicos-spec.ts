import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const run = promisify(execFile);

describe('processes killed while they analyse', () => {
  it('lose nothing and do nothing twice', async () => {
    // Whole processes of the compiled service, their database and the ledger: the script's exit code is the verdict.
    const { stdout } = await run(process.execPath, [join(process.cwd(), 'bench', 'caos.mjs'), '--analises', '5', '--mortes', '3', '--so-mortes', '--limite', '120'], { timeout: 170_000 });
    expect(stdout).toContain('Nenhuma violação');
    expect(stdout).toContain('| mortes com SIGKILL | 3 (');
  }, 180_000);
});
