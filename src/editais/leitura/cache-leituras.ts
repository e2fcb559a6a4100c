import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decodeLeitura } from './codec-leitura.js';
import { VERSAO_LEITOR, type Leitura, type LimitesLeitura } from './read-documento.js';

/** Readings already made, by what determines them: the bytes, the reader's version and the page limit. */
export interface CacheLeituras {
  /** Null when there is none, or when it is damaged. */
  get(sha256: string, limites: LimitesLeitura): Promise<Leitura | null>;
  /** Never fails: a full or read-only disk only means that the next reading starts afresh. */
  put(sha256: string, limites: LimitesLeitura, codificada: Uint8Array): Promise<void>;
}

export const SEM_CACHE: CacheLeituras = { get: async () => null, put: async () => undefined };

const HORA_MS = 3_600_000;
/** Size is looked at on the first write of a process and then every so many. */
const ESCRITAS_POR_FAXINA = 100;

/**
 * Readings on disk, below `pasta`. Written whole and renamed into place, so that a killed process or two at once never
 * leave half an entry. When all entries pass `maxBytes` the least recently used go.
 */
export function openCacheLeituras(pasta: string, maxBytes: number): CacheLeituras {
  const fileOf = (sha256: string, l: LimitesLeitura): string => join(pasta, `v${VERSAO_LEITOR}`, sha256.slice(0, 2), `${sha256}-${l.maxPaginas}.gz`);
  let escritas = 0;
  return {
    async get(sha256, limites) {
      const arquivo = fileOf(sha256, limites);
      try {
        const leitura = decodeLeitura(await readFile(arquivo));
        const agora = new Date();
        await utimes(arquivo, agora, agora).catch(() => undefined);
        return leitura;
      } catch {
        return null;
      }
    },
    async put(sha256, limites, codificada) {
      const arquivo = fileOf(sha256, limites);
      const provisorio = `${arquivo}.${randomUUID()}.tmp`;
      try {
        await mkdir(dirname(arquivo), { recursive: true });
        await writeFile(provisorio, codificada);
        await rename(provisorio, arquivo);
        if (escritas++ % ESCRITAS_POR_FAXINA === 0) await dropOldest(pasta, maxBytes);
      } catch {
        await rm(provisorio, { force: true }).catch(() => undefined);
      }
    },
  };
}

async function dropOldest(pasta: string, maxBytes: number): Promise<void> {
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
