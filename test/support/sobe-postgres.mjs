import { chmodSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeRodada } from './desce-postgres.mjs';

/**
 * Jest's globalSetup: names this run's folder and nothing else; the first test that needs PostgreSQL starts it there.
 * What V8 compiles of the program is kept in it, so that only the first of the processes that tests start compiles it.
 */
export default async function sobe() {
  for (const nome of readdirSync(tmpdir())) {
    const pid = Number(/^alicit-jest-(\d+)-/.exec(nome)?.[1]);
    if (pid && !exists(pid)) await removeRodada(join(tmpdir(), nome)).catch(() => undefined);
  }
  const pasta = mkdtempSync(join(tmpdir(), `alicit-jest-${process.pid}-`));
  chmodSync(pasta, 0o755);
  process.env.ALICIT_TESTE_PASTA = pasta;
  process.env.NODE_COMPILE_CACHE = join(pasta, 'codigo');
}

function exists(pid) {
  try {
    return process.kill(pid, 0);
  } catch (erro) {
    return erro.code === 'EPERM';
  }
}
