import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const HORA_MS = 3_600_000;

/**
 * Writes a file whole and renames it into place: a killed process, or two at once, never leave half of one.
 * @throws the error of the file system; nothing is left behind
 */
export async function writeInteiro(arquivo: string, bytes: Uint8Array): Promise<void> {
  const provisorio = `${arquivo}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(arquivo), { recursive: true });
    await writeFile(provisorio, bytes);
    await rename(provisorio, arquivo);
  } catch (erro) {
    await rm(provisorio, { force: true }).catch(() => undefined);
    throw erro;
  }
}

/** Marks a file as just used; that it cannot be marked only means that it goes sooner. */
export async function touch(arquivo: string): Promise<void> {
  const agora = new Date();
  await utimes(arquivo, agora, agora).catch(() => undefined);
}

/** Removes the files below `pasta` that were last used before `antes`; a folder that is not there has none. @returns how many */
export async function dropUnused(pasta: string, antes: Date): Promise<number> {
  const entradas = await readdir(pasta, { recursive: true, withFileTypes: true }).catch(() => []);
  let apagados = 0;
  for (const e of entradas) {
    const arquivo = join(e.parentPath, e.name);
    const info = e.isFile() ? await stat(arquivo).catch(() => null) : null;
    if (!info || info.mtime >= antes) continue;
    await rm(arquivo, { force: true });
    apagados += 1;
  }
  return apagados;
}

/** When the files below `pasta` pass `maxBytes` the least recently used go; so do leftovers of killed writers. */
export async function dropOldest(pasta: string, maxBytes: number): Promise<void> {
  const entradas: { arquivo: string; bytes: number; uso: number }[] = [];
  for (const e of await readdir(pasta, { recursive: true, withFileTypes: true })) {
    if (!e.isFile()) continue;
    const arquivo = join(e.parentPath, e.name);
    const info = await stat(arquivo).catch(() => null);
    if (info && e.name.endsWith('.tmp') && Date.now() - info.mtimeMs > HORA_MS) await rm(arquivo, { force: true });
    else if (info) entradas.push({ arquivo, bytes: info.size, uso: info.mtimeMs });
  }
  let total = entradas.reduce((soma, e) => soma + e.bytes, 0);
  for (const e of entradas.sort((a, b) => a.uso - b.uso)) {
    if (total <= maxBytes) return;
    await rm(e.arquivo, { force: true });
    total -= e.bytes;
  }
}
