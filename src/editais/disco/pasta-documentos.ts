import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { indisponivel, sha256De } from '../../kernel/index.js';
import { dropOldest, touch, writeInteiro } from './pasta-limitada.js';

/** Documents taken out of archives, kept on this machine's disk under their own hash: `<pasta>/ab/<sha256>`. */
export interface PastaDocumentos {
  /** @throws the error of the file system: a document that cannot be kept cannot be read later */
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  /**
   * The bytes, from `caminho` when the document lies there, else from the folder; checked against the hash.
   * @throws AlicitError `documento_ausente` when they are gone or changed: gather the set again
   */
  get(documento: { readonly nome: string; readonly sha256: string; readonly caminho?: string }): Promise<Buffer>;
  /** Drops the least recently used documents past the bound. */
  trim(): Promise<void>;
}

const SHA256 = /^[0-9a-f]{64}$/;

export function openPastaDocumentos(pasta: string, maxBytes: number): PastaDocumentos {
  const fileOf = (sha256: string): string => join(pasta, sha256.slice(0, 2), sha256);
  return {
    async put(sha256, bytes) {
      const arquivo = fileOf(sha256);
      const info = await stat(arquivo).catch(() => null);
      if (info?.size === bytes.length) await touch(arquivo);
      else await writeInteiro(arquivo, bytes);
    },
    async get({ nome, sha256, caminho }) {
      const arquivo = caminho ?? (SHA256.test(sha256) ? fileOf(sha256) : null);
      const bytes = arquivo === null ? null : await readFile(arquivo).catch(() => null);
      if (!bytes || sha256De(bytes) !== sha256) throw indisponivel('documento_ausente', `O documento “${nome}” não está mais no disco desta máquina: reúna os arquivos de novo.`, { documento: nome, sha256 });
      if (arquivo !== null && caminho === undefined) await touch(arquivo);
      return bytes;
    },
    trim: () => dropOldest(pasta, maxBytes).catch(() => undefined),
  };
}
