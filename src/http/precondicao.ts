import type { FastifyRequest } from 'fastify';
import { conflito } from '../kernel/index.js';
import { etagOf, listsEtag } from './etag.js';

/** ETag of a stored thing at a version of it. */
export const etagDaVersao = (id: string, versao: number): string => etagOf(`${id}:${versao}`);

/**
 * `If-Match`: the change is made only over what the client has read. Without the header there is no condition.
 * @throws AlicitError `precondicao_falhou` (412)
 */
export function requireIfMatch(pedido: FastifyRequest, etag: string): void {
  const exigidas = pedido.headers['if-match'];
  if (exigidas === undefined) return;
  if (!listsEtag(exigidas, etag)) throw precondicaoFalhou();
}

export const precondicaoFalhou = () => conflito('precondicao_falhou', 'Mudou desde que foi lido: leia de novo, refaça a mudança e envie com o ETag novo em If-Match.');
