import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { invalido } from '../../kernel/index.js';
import { fromDisco } from './erros.js';

/** A complete temporary file, to be renamed into place or removed. */
export interface Provisorio {
  readonly arquivo: string;
  readonly sha256: string;
  readonly bytes: number;
}

const HORA_MS = 3_600_000;

/**
 * Writes the stream to a new file of `pasta` (mode 600) while hashing it, and flushes it to the disk. When anything fails, nothing is left.
 * @throws AlicitError `arquivo_grande`, `arquivo_vazio`, `arquivos_indisponiveis`; the stream's own errors as they came
 */
export async function spool(origem: Readable, pasta: string, maxBytes: number): Promise<Provisorio> {
  const arquivo = join(pasta, `${randomUUID()}.tmp`);
  let destino: FileHandle;
  try {
    await mkdir(pasta, { recursive: true, mode: 0o700 });
    destino = await open(arquivo, 'wx', 0o600);
  } catch (erro) {
    origem.destroy();
    throw fromDisco(erro);
  }
  try {
    const escrito = await copy(origem, destino, maxBytes);
    await destino.sync().catch(throwDisco);
    await destino.close();
    return { arquivo, ...escrito };
  } catch (erro) {
    await destino.close().catch(() => undefined);
    await rm(arquivo, { force: true }).catch(() => undefined);
    throw erro;
  }
}

/** Megabytes as a person reads them: `30 MB`, `1,5 MB`, `0,01 MB`. */
const emMB = (bytes: number): string => `${(Math.ceil((bytes / (1024 * 1024)) * 100) / 100).toLocaleString('pt-BR')} MB`;

async function copy(origem: Readable, destino: FileHandle, maxBytes: number): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const parte of origem as AsyncIterable<Buffer | string>) {
    const trecho = typeof parte === 'string' ? Buffer.from(parte) : parte;
    bytes += trecho.length;
    if (bytes > maxBytes) throw invalido('arquivo_grande', `O arquivo passa do limite de ${emMB(maxBytes)}. Envie um arquivo menor ou divida-o.`, { maxBytes });
    hash.update(trecho);
    await destino.writeFile(trecho).catch(throwDisco);
  }
  if (bytes === 0) throw invalido('arquivo_vazio', 'O arquivo está vazio (0 bytes). Confira o arquivo e envie de novo.');
  return { sha256: hash.digest('hex'), bytes };
}

const throwDisco = (erro: unknown): never => {
  throw fromDisco(erro);
};

/**
 * Removes temporary files no one has written to for an hour: their process died. Age is looked at, not the process number, since processes on
 * other machines may share the folder. Never fails.
 */
export async function sweepProvisorios(pasta: string, agora: number): Promise<void> {
  for (const nome of await readdir(pasta).catch(() => [])) {
    const arquivo = join(pasta, nome);
    const info = await stat(arquivo).catch(() => null);
    if (info?.isFile() && agora - info.mtimeMs > HORA_MS) await rm(arquivo, { force: true }).catch(() => undefined);
  }
}
