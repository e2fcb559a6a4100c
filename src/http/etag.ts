import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The ETag of what determines the answer. Weak: the same answer goes out compressed in more than one way, and a strong one
 * would have to differ for each (RFC 9110, 8.8.3).
 */
export const etagOf = (partes: string | Uint8Array): string => `W/"${createHash('sha256').update(partes).digest('base64url').slice(0, 27)}"`;

/** Whether a list of ETags (`If-None-Match`, `If-Match`) has this one: told apart by what is in the quotes, or `*`. */
export const listsEtag = (lista: string, etag: string): boolean => lista.split(',').some((e) => bare(e) === bare(etag) || e.trim() === '*');

const bare = (etag: string): string => etag.trim().replace(/^W\//, '');

/** Whether the client already has it (`If-None-Match`). */
export const hasEtag = (pedido: FastifyRequest, etag: string): boolean => {
  const dele = pedido.headers['if-none-match'];
  return dele !== undefined && listsEtag(dele, etag);
};

/** Sends text with its ETag, or 304 when the client has it. The client's copy must always be asked about. */
export function sendComEtag(pedido: FastifyRequest, resposta: FastifyReply, corpo: string | Buffer, tipo = 'application/json; charset=utf-8', etag = etagOf(corpo)): void {
  void resposta.header('etag', etag).header('cache-control', 'private, no-cache');
  if (!resposta.hasHeader('vary')) void resposta.header('vary', 'accept-encoding');
  if (hasEtag(pedido, etag)) void resposta.status(304).send();
  else void resposta.type(tipo).send(corpo);
}
