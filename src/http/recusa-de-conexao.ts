import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { recusaDaConexao } from './erros-do-framework.js';
import { toProblema } from './problema.js';
import { newReqId } from './req-id.js';

/** Refuses what never became a request (headers too large or too slow, no HTTP at all) as routes refuse, and closes the connection. */
export function refuseConexao(erro: { readonly code?: unknown }, socket: Socket): void {
  if (erro.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) return void socket.destroy();
  const { status, codigo, mensagem } = recusaDaConexao(erro.code);
  const id = newReqId(undefined);
  const corpo = JSON.stringify(toProblema(status, codigo, mensagem, id));
  const linhas = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'Content-Type: application/problem+json; charset=utf-8', `Content-Length: ${Buffer.byteLength(corpo)}`, `X-Request-Id: ${id}`, 'Cache-Control: no-store', 'Connection: close'];
  socket.write(`${linhas.join('\r\n')}\r\n\r\n${corpo}`);
  socket.destroySoon();
}
