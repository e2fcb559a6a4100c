import { join } from 'node:path';
import type { FactoryProvider } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { DiskFileStore } from './disk-file-store.js';
import { FILE_STORE, type FileStore } from './file-store.js';

/** The store the configuration asks for. Nothing of S3 is loaded when files stay on disk. */
export async function createFileStore(config: Pick<Config, 'pastaDados' | 'arquivos'>): Promise<FileStore> {
  const { s3, maxBytesCopias } = config.arquivos;
  if (!s3) return new DiskFileStore(join(config.pastaDados, 'arquivos'));
  const { S3FileStore } = await import('./s3-file-store.js');
  return new S3FileStore(s3, { pastaCopias: join(config.pastaDados, 'copias'), maxBytesCopias });
}

/** Gives the `FileStore` to whoever asks for `FILE_STORE`. */
export const fileStoreProvider: FactoryProvider<FileStore> = { provide: FILE_STORE, useFactory: createFileStore, inject: [CONFIG] };
