import type { Readable } from 'node:stream';
import { invalido } from '../../kernel/index.js';

/** Injection token of the `FileStore`. */
export const FILE_STORE = Symbol('file-store');

/** How much is taken, and who wants to know before it is kept. */
export interface Limite {
  readonly maxBytes: number;
  readonly antes?: (sha256: string, bytes: number) => Promise<void>;
}

/**
 * Keeps files by what they contain: an object's name is the sha256 of its bytes, so that the same file is kept once.
 * Every method but `put` refuses a name that is not a sha256 (`sha256_invalido`).
 * Disk or network trouble is `arquivos_indisponiveis` (indisponivel), with `detalhes.motivo`; no message holds a secret or a path.
 */
export interface FileStore {
  readonly tipo: 'disco' | 's3';
  /**
   * Streams in at most `maxBytes`; never leaves half an object. `antes` is told the name and size once they are known and before the object
   * exists: what it throws stops the whole. The stream is destroyed when the file is refused; its own error is thrown as it came.
   * @returns sha256 in lower-case hex, and the size in bytes
   * @throws AlicitError `arquivo_grande`, `arquivo_vazio` (invalido)
   */
  put(origem: Readable, limite: Limite): Promise<{ sha256: string; bytes: number }>;
  /** @throws AlicitError `arquivo_ausente` (indisponivel) */
  read(sha256: string): Promise<Readable>;
  /**
   * A path that can be read on this machine: the object itself (disk) or a verified local copy (S3), which stays for at least 10 minutes.
   * @throws AlicitError `arquivo_ausente` (indisponivel)
   */
  localPath(sha256: string): Promise<string>;
  has(sha256: string): Promise<boolean>;
  /** Deleting what is not there is no error. */
  delete(sha256: string): Promise<void>;
  /** For health: writes, reads and deletes a small object, in at most 5 seconds. */
  check(): Promise<void>;
}

/**
 * The name, when it is one: nothing else may become part of a path.
 * @throws AlicitError `sha256_invalido`
 */
export function requireSha256(sha256: string): string {
  if (/^[0-9a-f]{64}$/.test(sha256)) return sha256;
  throw invalido('sha256_invalido', 'O identificador do arquivo não é um sha256: são esperados 64 dígitos hexadecimais minúsculos.');
}
