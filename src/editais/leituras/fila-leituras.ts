import type { DaLicitacao } from './andamentos.js';

/** Name of the queue, where the queue has names. */
export const FILA_LER_LICITACAO = 'ler-licitacao';

/** A reading to be made. `chave` names it by content: equal ones wait in the line once. */
export interface PedidoLeitura extends DaLicitacao {
  readonly chave: string;
}

/** Does it. A rejection is tried again later, a bounded number of times. */
export type FazLeitura = (pedido: PedidoLeitura, signal: AbortSignal) => Promise<void>;

/** Where readings wait for their turn. A reading that is lost with its process is asked for again by whoever looks at it. */
export abstract class FilaLeituras {
  abstract work(fazer: FazLeitura): Promise<void>;
  /** @throws AlicitError `fila_cheia` */
  abstract send(pedido: PedidoLeitura): Promise<void>;
}
