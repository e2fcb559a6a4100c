import { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openSse, toEventoSse, toProblemaDe, type PedidoIdempotente } from '../../http/index.js';
import type { Turno } from '../conversa/resposta.js';
import type { Ouvinte } from '../perguntas.service.js';

const log = new Logger('perguntas');

/** Whether the client asks for events. */
export const wantsSse = ({ headers }: FastifyRequest): boolean => /\btext\/event-stream\b(?!\s*;\s*q=0(?:\.0*)?(?:[\s,]|$))/i.test(headers.accept ?? '');

/**
 * Answers on a stream: what happens on the way, then `resposta` or `erro`, and its end. The work stops when the client leaves. A
 * repetition of the request (Idempotency-Key) is answered the last event alone.
 */
export async function answerSse(pedido: FastifyRequest & PedidoIdempotente, resposta: FastifyReply, answer: (tell: Ouvinte, sinal: AbortSignal) => Promise<Turno>): Promise<void> {
  const fim = new AbortController();
  const sse = openSse(pedido, resposta, () => fim.abort());
  let feita: string | null = null;
  try {
    const turno = await answer(({ tipo, dados }) => sse.write(toEventoSse(tipo, dados)), fim.signal);
    feita = toEventoSse('resposta', turno);
  } catch (erro) {
    const problema = toProblemaDe(erro, String(pedido.id));
    if (problema.status >= 500 && !fim.signal.aborted) log.error({ err: erro, reqId: pedido.id }, 'pergunta sem resposta');
    sse.write(toEventoSse('erro', problema));
  }
  await pedido.idempotencia?.finish?.(feita === null ? null : { cabecalhos: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' }, corpo: Buffer.from(feita) });
  if (feita !== null) sse.write(feita);
  sse.close();
}
