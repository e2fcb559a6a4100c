import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { TipoErro } from '../../kernel/index.js';

/** Why these documents can never give a reading: stored instead of one. */
export interface FalhaGravada {
  readonly tipo: TipoErro;
  readonly codigo: string;
  readonly mensagem: string;
  readonly detalhes?: Readonly<Record<string, unknown>>;
}

const zip = promisify(gzip);
const unzip = promisify(gunzip);
/** Most bytes of a stored result once unpacked. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Results of stages as they are stored: gzip of JSON. */
export const encodeGravacao = async (valor: object): Promise<Uint8Array> => zip(JSON.stringify(valor));

/** `T` is trusted: we stored it, under a key that names its version. */
export const decodeGravacao = async <T>(bytes: Uint8Array): Promise<T> => JSON.parse((await unzip(bytes, { maxOutputLength: MAX_BYTES })).toString('utf8')) as T;
