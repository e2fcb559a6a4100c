import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const unzip = promisify(gunzip);
const zip = promisify(gzip);

/** Bound of a stored JSON once inflated, bytes. */
const MAX_BYTES = 256 * 1024 * 1024;

/** As `decode` takes it. */
export const encode = async (valor: unknown): Promise<Uint8Array> => new Uint8Array(await zip(JSON.stringify(valor)));

/** What a stage stored as gzip of JSON. `T` is trusted: we wrote it, under a key that names its version. */
export const decode = async <T>(bytes: Uint8Array): Promise<T> => JSON.parse((await unzip(bytes, { maxOutputLength: MAX_BYTES })).toString('utf8')) as T;
