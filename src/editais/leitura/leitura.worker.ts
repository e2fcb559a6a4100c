import { move } from 'piscina';
import { AlicitError, type TipoErro } from '../../kernel/index.js';
import type { TipoArquivo } from '../domain/documento.js';
import { encodeLeitura } from './codec-leitura.js';
import { readBytes, type LimitesLeitura } from './read-documento.js';

export interface PedidoLeitura {
  readonly tipo: TipoArquivo;
  readonly bytes: Uint8Array;
  readonly limites: LimitesLeitura;
}

/** An error class does not survive the way between threads; its parts do. */
export interface ErroLeitura {
  readonly tipo: TipoErro;
  readonly codigo: string;
  readonly mensagem: string;
}

/** Entry of the worker thread: one document read, encoded there (see `encodeLeitura`) and moved, not copied. */
export default async function readNoWorker({ tipo, bytes, limites }: PedidoLeitura): Promise<unknown> {
  try {
    return move(encodeLeitura(await readBytes(tipo, bytes, limites)));
  } catch (erro) {
    if (!(erro instanceof AlicitError)) throw erro;
    return { tipo: erro.tipo, codigo: erro.codigo, mensagem: erro.message } satisfies ErroLeitura;
  }
}
