import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A strong ETag of what determines the answer. */
export const etagOf = (partes: string | Uint8Array): string => `"${createHash('sha256').update(partes).digest('base64url').slice(0, 27)}"`;

/** Whether the client already has it (`If-None-Match`). */
export const hasEtag = (pedido: FastifyRequest, etag: string): boolean => {
  const dele = pedido.headers['if-none-match'];
  return dele !== undefined && dele.split(',').some((e) => e.trim().replace(/^W\//, '') === etag || e.trim() === '*');
};

/** Sends JSON text with its ETag, or 304 when the client has it. The client's copy must always be asked about. */
export function sendComEtag(pedido: FastifyRequest, resposta: FastifyReply, corpo: string | Buffer, tipo = 'application/json; charset=utf-8', etag = etagOf(corpo)): void {
  void resposta.header('etag', etag).header('cache-control', 'private, no-cache');
  if (hasEtag(pedido, etag)) void resposta.status(304).send();
  else void resposta.type(tipo).send(corpo);
}
