import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { dropOldest, touch, writeInteiro } from '../../disco/pasta-limitada.js';
import { compactPagina, expandPagina, type PaginaCompacta } from '../codec-leitura.js';
import { VERSAO_OCR, type ResultadoOcr } from './resultado-ocr.js';

/** Pages already recognised, by the document's hash and number: a reading that was interrupted goes on where it was. */
export interface CacheOcr {
  /** Null when there is none, or when it is damaged. */
  get(sha256: string, numero: number): Promise<ResultadoOcr | null>;
  /** Never fails: a page that could not be kept is recognised again. */
  put(sha256: string, numero: number, resultado: ResultadoOcr): Promise<void>;
}

export const SEM_CACHE_OCR: CacheOcr = { get: async () => null, put: async () => undefined };

/** A page takes some 3 KB: twenty thousand of them. */
export const MAX_BYTES_OCR = 64 * 1024 * 1024;
const ESCRITAS_POR_FAXINA = 500;

type Gravado = Omit<ResultadoOcr, 'pagina'> & { readonly pagina: PaginaCompacta | null };

/** Recognised pages on disk, below `pasta`; past `maxBytes` the least recently used go. */
export function openCacheOcr(pasta: string, maxBytes = MAX_BYTES_OCR): CacheOcr {
  const fileOf = (sha256: string, numero: number): string => join(pasta, `v${VERSAO_OCR}`, sha256.slice(0, 2), sha256, `${numero}.gz`);
  let escritas = 0;
  return {
    async get(sha256, numero) {
      const arquivo = fileOf(sha256, numero);
      try {
        const { pagina, ...resto } = JSON.parse(gunzipSync(await readFile(arquivo)).toString('utf8')) as Gravado;
        await touch(arquivo);
        return { ...resto, pagina: pagina && expandPagina(pagina) };
      } catch {
        return null;
      }
    },
    async put(sha256, numero, { pagina, ...resto }) {
      try {
        await writeInteiro(fileOf(sha256, numero), gzipSync(JSON.stringify({ ...resto, pagina: pagina && compactPagina(pagina) } satisfies Gravado)));
        if (escritas++ % ESCRITAS_POR_FAXINA === 0) await dropOldest(pasta, maxBytes);
      } catch {
        // Told in the port.
      }
    },
  };
}

/** A result worth keeping still: a page that ran out of time is tried again when it would be given more. */
export const isUsavel = (r: ResultadoOcr | null, tempoPaginaMs: number): r is ResultadoOcr => r !== null && (r.estado !== 'tempo_esgotado' || (r.tempoMs ?? 0) >= tempoPaginaMs);
