import type { FastifyReply } from 'fastify';
import { AlicitError } from '../kernel/index.js';

/** Aborted when the client goes away before its answer is sent: work that only it waits for may stop. */
export function sinalDoCliente({ raw }: FastifyReply): AbortSignal {
  const fim = new AbortController();
  const leave = (): void => {
    if (!raw.writableEnded) fim.abort(new AlicitError('conflito', 'cancelado', 'O pedido foi abandonado: a conexão caiu antes da resposta.'));
  };
  if (raw.closed) leave();
  else raw.once('close', leave);
  return fim.signal;
}
