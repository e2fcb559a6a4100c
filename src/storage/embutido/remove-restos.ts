import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Deletes what processes that died midway left in a folder; `nome` captures the process id in the name. */
export function removeRestos(pasta: string, nome: RegExp): void {
  for (const n of readdirSync(pasta)) {
    const pid = Number(nome.exec(n)?.[1]);
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
