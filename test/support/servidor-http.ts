import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PedidoRecebido {
  readonly metodo: string;
  readonly caminho: string;
  readonly cabecalhos: Readonly<Record<string, string | undefined>>;
  readonly corpo: string;
}

export interface ServidorHttp {
  readonly url: string;
  readonly porta: number;
  readonly recebidos: readonly PedidoRecebido[];
  fechar(): Promise<void>;
}

/** A real HTTP server on loopback that answers as told, after the request has arrived whole. */
export async function startServidorHttp(responder: (resposta: ServerResponse, pedido: IncomingMessage) => void): Promise<ServidorHttp> {
  const recebidos: PedidoRecebido[] = [];
  const servidor = createServer((pedido, resposta) => {
    const partes: Buffer[] = [];
    pedido.on('data', (p: Buffer) => partes.push(p));
    pedido.on('end', () => {
      recebidos.push({ metodo: pedido.method ?? '', caminho: pedido.url ?? '', cabecalhos: pedido.headers as Record<string, string | undefined>, corpo: Buffer.concat(partes).toString() });
      responder(resposta, pedido);
    });
  });
  await new Promise<void>((pronto) => servidor.listen(0, '127.0.0.1', pronto));
  const { port } = servidor.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`, porta: port, recebidos,
    fechar: () => new Promise((pronto) => {
      servidor.close(() => pronto());
      servidor.closeAllConnections();
    }),
  };
}
