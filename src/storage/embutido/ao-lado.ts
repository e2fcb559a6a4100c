import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A name of this process for what it makes aside and then renames: `caminho.<pid>.<random>`. */
export const nameAoLado = (caminho: string): string => `${caminho}.${process.pid}.${randomBytes(4).toString('hex')}`;

/** Deletes what processes that died midway left in a folder: `prefixo.<pid>.<random>`. */
export function removeRestos(pasta: string, prefixo: string): void {
  for (const n of readdirSync(pasta)) {
    const pid = n.startsWith(`${prefixo}.`) ? Number(/\.(\d+)\.[0-9a-f]{8}$/.exec(n)?.[1]) : 0;
    if (pid > 0 && !existsProcesso(pid)) rmSync(join(pasta, n), { recursive: true, force: true });
  }
}

function existsProcesso(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (erro) {
    return (erro as NodeJS.ErrnoException).code === 'EPERM';
  }
}
