import { readlinkSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSeHouver } from './criar-uma-vez.js';

/** A running PostgreSQL server, as its `postmaster.pid` tells. */
export interface Postmaster {
  readonly pid: number;
  readonly porta: number;
  /** It takes connections: neither starting nor stopping. */
  readonly pronto: boolean;
}

/** What `postmaster.pid` of this data directory says, be it true or left behind by a crash. */
export function readPostmaster(dados: string): Postmaster | null {
  const linhas = readSeHouver(join(dados, 'postmaster.pid'))?.split('\n');
  const pid = Number(linhas?.[0]);
  if (!linhas || !Number.isInteger(pid) || pid <= 1) return null;
  return { pid, porta: Number(linhas[3] ?? 0), pronto: linhas[7]?.trim() === 'ready' };
}

/** Whether the process is a PostgreSQL server of this data directory; without /proc, whether the process exists. */
export function isVivo(pid: number, dados: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/exe`).includes('postgres') && readlinkSync(`/proc/${pid}/cwd`) === dados;
  } catch (erro) {
    if ((erro as NodeJS.ErrnoException).code === 'ENOENT' && existsSync('/proc/self')) return false;
  }
  try {
    return process.kill(pid, 0);
  } catch (erro) {
    return (erro as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The live server of this data directory, if there is one. */
export function findVivo(dados: string): Postmaster | null {
  const lido = readPostmaster(dados);
  return lido && isVivo(lido.pid, dados) ? lido : null;
}
