import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dropOldest, touch, writeInteiro } from '../disco/pasta-limitada.js';
import { decodeLeitura } from './codec-leitura.js';
import { VERSAO_LEITOR, type Leitura, type LimitesLeitura } from './read-documento.js';

/** Readings already made, with OCR and all, by what determines them: the bytes, the reader's version and the page limits. */
export interface CacheLeituras {
  /** Null when there is none, or when it is damaged. */
  get(sha256: string, limites: LimitesLeitura): Promise<Leitura | null>;
  /** Never fails: a full or read-only disk only means that the next reading starts afresh. */
  put(sha256: string, limites: LimitesLeitura, codificada: Uint8Array): Promise<void>;
}

export const SEM_CACHE: CacheLeituras = { get: async () => null, put: async () => undefined };

/** Size is looked at on the first write of a process and then every so many. */
const ESCRITAS_POR_FAXINA = 100;

/** Readings on disk, below `pasta`. When all entries pass `maxBytes` the least recently used go. */
export function openCacheLeituras(pasta: string, maxBytes: number): CacheLeituras {
  const fileOf = (sha256: string, l: LimitesLeitura): string => join(pasta, `v${VERSAO_LEITOR}`, sha256.slice(0, 2), `${sha256}-${l.maxPaginas}-${l.maxPaginasOcr ?? 0}.gz`);
  let escritas = 0;
  return {
    async get(sha256, limites) {
      const arquivo = fileOf(sha256, limites);
      try {
        const leitura = decodeLeitura(await readFile(arquivo));
        await touch(arquivo);
        return leitura;
      } catch {
        return null;
      }
    },
    async put(sha256, limites, codificada) {
      try {
        await writeInteiro(fileOf(sha256, limites), codificada);
        if (escritas++ % ESCRITAS_POR_FAXINA === 0) await dropOldest(pasta, maxBytes);
      } catch {
        // Told in the port: what could not be kept is read again.
      }
    },
  };
}
