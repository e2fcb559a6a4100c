import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { TipoErro } from '../../kernel/index.js';
import type { CoberturaDocumento, ReuniaoEmDisco } from '../estagios/tipos.js';
import type { ArquivoDoConjunto } from './chaves.js';

/** Stage 1 as it is stored: no path of any machine, and the files it came from, to gather again elsewhere. */
export interface ReuniaoGravada extends ReuniaoEmDisco {
  readonly arquivos: readonly ArquivoDoConjunto[];
}

/** Stage 2 of a set as it is stored. */
export interface CoberturaGravada {
  readonly coberturas: readonly CoberturaDocumento[];
}

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
