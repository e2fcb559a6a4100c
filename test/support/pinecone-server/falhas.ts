import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Resposta } from './resposta.ts';

/** What the server may do instead of answering well. */
export const FALHAS = ['chave_recusada', 'limite', 'erro_500', 'lento', 'sem_resposta', 'conexao_cortada', 'json_invalido'] as const;
export type Falha = (typeof FALHAS)[number];

/** Routes of the two planes, as the ledger names them. */
export const ROTAS = ['indices.criar', 'indices.listar', 'indices.descrever', 'indices.apagar', 'upsert', 'query', 'delete', 'update', 'fetch', 'list', 'stats', 'namespaces.listar', 'namespaces.descrever', 'namespaces.apagar'] as const;
export type Rota = (typeof ROTAS)[number];

/** Seconds of `retry-after`, and how long `lento` takes, ms. */
export interface Ritmo {
  readonly esperaS: number;
  readonly lentidaoMs: number;
}

function send(res: ServerResponse, status: number, corpo: string, cabecalhos: Readonly<Record<string, string>> = {}): void {
  if (res.destroyed) return;
  res.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(corpo), ...cabecalhos });
  res.end(corpo);
}

export const enviar = (res: ServerResponse, { status, corpo }: Resposta): void => send(res, status, JSON.stringify(corpo));

/** `verdade` is asked only by what answers it in the end: a fault changes nothing by itself. */
export function enviarComFalha(pedido: IncomingMessage, res: ServerResponse, falha: Falha, verdade: () => Resposta, { esperaS, lentidaoMs }: Ritmo): void {
  switch (falha) {
    case 'chave_recusada': return send(res, 401, '{"error":{"code":"UNAUTHENTICATED","message":"Invalid API key"},"status":401}');
    case 'limite': return send(res, 429, '{"code":8,"message":"Too many requests","details":[]}', { 'retry-after': String(esperaS) });
    case 'erro_500': return send(res, 500, '{"code":13,"message":"Internal error","details":[]}');
    case 'json_invalido': return send(res, 200, '{"matches":[{"id":');
    case 'lento': setTimeout(() => enviar(res, verdade()), lentidaoMs); return;
    case 'conexao_cortada': pedido.socket.resetAndDestroy(); return;
    case 'sem_resposta': return;
  }
}
