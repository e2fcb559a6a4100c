import { chownSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Dono } from './dono.js';
import { nameAoLado } from './ao-lado.js';

/**
 * Creates a small text file (mode 600) only when it does not exist, whole or not at all, so that of several
 * processes that start together one wins and all read the same.
 * @returns what the file holds
 */
export function createUmaVez(arquivo: string, conteudo: () => string, dono: Dono | null): string {
  const lido = readSeHouver(arquivo);
  if (lido) return lido;
  const novo = nameAoLado(arquivo);
  writeFileSync(novo, conteudo(), { mode: 0o600 });
  if (dono) chownSync(novo, dono.uid, dono.gid);
  try {
    linkSync(novo, arquivo);
  } catch (erro) {
    if ((erro as NodeJS.ErrnoException).code !== 'EEXIST') throw erro;
  } finally {
    rmSync(novo, { force: true });
  }
  return readFileSync(arquivo, 'utf8').trim();
}

/** The text of a small file, trimmed; null when it does not exist. */
export function readSeHouver(arquivo: string): string | null {
  try {
    return readFileSync(arquivo, 'utf8').trim();
  } catch (erro) {
    if ((erro as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw erro;
  }
}
