import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasEtag } from './etag.js';
import { contentDisposition } from './nome-arquivo.js';

/** A stored file to be sent. */
export interface Baixavel {
  readonly nome: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Short type ("pdf"); null when unknown. */
  readonly tipo: string | null;
}

/** Types a client may be told; all others are bytes, so that no browser runs them. */
const MIMES: Readonly<Record<string, string>> = { pdf: 'application/pdf', zip: 'application/zip', jpg: 'image/jpeg', png: 'image/png' };

/** Sends a file as a download, never to be shown in our origin; 304 when the client has it. */
export async function sendArquivo(pedido: FastifyRequest, resposta: FastifyReply, arquivo: Baixavel, read: () => Promise<Readable>): Promise<void> {
  const etag = `"${arquivo.sha256}"`;
  void resposta.header('etag', etag).header('cache-control', 'private, no-cache').header('x-content-type-options', 'nosniff').header('content-security-policy', "default-src 'none'; sandbox");
  if (hasEtag(pedido, etag)) {
    await resposta.status(304).send();
    return;
  }
  const conteudo = await read();
  await resposta.type(MIMES[arquivo.tipo ?? ''] ?? 'application/octet-stream').header('content-disposition', contentDisposition(arquivo.nome)).header('content-length', arquivo.bytes).send(conteudo);
}
