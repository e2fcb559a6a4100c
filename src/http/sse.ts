import type { FastifyReply, FastifyRequest } from 'fastify';
import { ABRIU_FLUXO } from './em-curso.js';

/** Proxies close what is silent for a minute, or half of one. */
const BATIDA_MS = 15_000;
/** A client that does not read loses the stream. */
const MAX_BYTES_PARADOS = 256 * 1024;

/** An open answer of server-sent events (WHATWG HTML §9.2). */
export interface FluxoSse {
  write(texto: string): void;
  /** Ends the answer. Safe to call twice. */
  close(): void;
}

/** One event, framed. Its data is JSON, in which no line breaks stand. */
export const toEventoSse = (tipo: string, dados: unknown, id?: number): string => `${id === undefined ? '' : `id: ${id}\n`}event: ${tipo}\ndata: ${JSON.stringify(dados)}\n\n`;

/** Takes the answer over as a stream of events, alive while it is silent. `onFim` is told once when it ends, whoever ended it. */
export function openSse(pedido: FastifyRequest, resposta: FastifyReply, onFim: () => void): FluxoSse {
  const { raw } = resposta;
  let aberto = true;
  const close = (): void => {
    if (!aberto) return;
    aberto = false;
    clearInterval(batida);
    onFim();
    raw.end();
  };
  const write = (texto: string): void => {
    if (!aberto) return;
    if (raw.writableLength > MAX_BYTES_PARADOS) return void raw.destroy();
    raw.write(texto);
  };
  const batida = setInterval(() => write(': vivo\n\n'), BATIDA_MS);
  raw.once('close', close);
  resposta.hijack();
  raw.emit(ABRIU_FLUXO);
  for (const [nome, valor] of Object.entries(resposta.getHeaders())) if (valor !== undefined) raw.setHeader(nome, valor);
  raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'close', 'x-request-id': String(pedido.id) });
  if (raw.closed) close();
  write('retry: 2000\n\n');
  return { write, close };
}
