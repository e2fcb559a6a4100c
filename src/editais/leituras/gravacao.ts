import { gunzipSync, gzipSync } from 'node:zlib';
import type { TipoErro } from '../../kernel/index.js';
import type { CoberturaDocumento, LeituraDoConjunto, ReuniaoEmDisco } from '../estagios/tipos.js';
import type { ArquivoDoConjunto } from './chaves.js';

/** Stage 1 as it is stored: no path of any machine, and the files it came from, to gather again elsewhere. */
export interface ReuniaoGravada extends ReuniaoEmDisco {
  readonly arquivos: readonly ArquivoDoConjunto[];
}

/** Stage 2 as it is stored. */
export interface CoberturaGravada {
  readonly coberturas: readonly CoberturaDocumento[];
}

/** A reading that these documents can never give: `falha` instead of the reading. */
export interface FalhaGravada {
  readonly falha: { readonly tipo: TipoErro; readonly codigo: string; readonly mensagem: string; readonly detalhes?: Readonly<Record<string, unknown>> };
}

/** Stage 3 as it is stored. */
export type ExtracaoGravada = LeituraDoConjunto | FalhaGravada;

/** Most bytes of a stored result once unpacked. */
const MAX_BYTES = 256 * 1024 * 1024;

export const encodeGravacao = (valor: object): Uint8Array => new Uint8Array(gzipSync(JSON.stringify(valor)));

/** @throws when the bytes are not of `encodeGravacao` */
export const decodeGravacao = <T>(bytes: Uint8Array): T => JSON.parse(gunzipSync(bytes, { maxOutputLength: MAX_BYTES }).toString('utf8')) as T;
