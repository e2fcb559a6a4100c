import { chmodSync, existsSync, mkdtempSync, readdirSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeRodada } from './desce-postgres.mjs';

/**
 * Jest's globalSetup: names this run's folder and nothing else; the first test that needs PostgreSQL starts it there.
 * What V8 compiles of the program is kept in it, so that only the first of the processes that tests start compiles it.
 */
export default async function sobe() {
  for (const lugar of new Set([tmpdir(), MEMORIA].filter((l) => existsSync(l)))) {
    for (const nome of readdirSync(lugar)) {
      const pid = Number(/^alicit-jest-(\d+)-/.exec(nome)?.[1]);
      if (pid && !exists(pid)) await removeRodada(join(lugar, nome)).catch(() => undefined);
    }
  }
  const pasta = mkdtempSync(join(choosePlace(), `alicit-jest-${process.pid}-`));
  chmodSync(pasta, 0o755);
  process.env.ALICIT_TESTE_PASTA = pasta;
  process.env.NODE_COMPILE_CACHE = join(pasta, 'codigo');
}

/** Linux's folder in memory. */
const MEMORIA = '/dev/shm';
/** What the databases of a run never take. Containers mostly have 64 MB there. */
const BASTA_BYTES = 3 * 1024 ** 3;

/** Each test file has a database of some 1,500 small files, made and deleted: on disk that is a good part of a run's time. */
function choosePlace() {
  try {
    const { bavail, bsize } = statfsSync(MEMORIA);
    return bavail * bsize >= BASTA_BYTES ? MEMORIA : tmpdir();
  } catch {
    return tmpdir();
  }
}

function exists(pid) {
  try {
    return process.kill(pid, 0);
  } catch (erro) {
    return erro.code === 'EPERM';
  }
}
