import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Bound of a stored JSON once inflated, bytes. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Small results of stages, as they are stored. */
export const encode = async (valor: unknown): Promise<Uint8Array> => zip(JSON.stringify(valor));

/** What `encode` (or a stage) stored. `T` is trusted: we wrote it, under a key that names its version. */
export const decode = async <T>(bytes: Uint8Array): Promise<T> => JSON.parse((await unzip(bytes, { maxOutputLength: MAX_BYTES })).toString('utf8')) as T;
