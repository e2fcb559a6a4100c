import type { Server } from 'node:http';
import type { Config } from '../config/index.js';

/** Longer than the minute after which proxies let an idle connection go: it is never this side that closes first. */
const OCIOSA_MS = 65_000;
/** From the first byte of a request to the end of its headers: nobody honest takes longer. */
const CABECALHOS_MS = 15_000;
/** How often connections past their time are looked for. */
const RONDA_MS = 1000;
/** Of all headers of a request together. */
const MAX_BYTES_CABECALHOS = 16 * 1024;
/** Idle ones are cheap, and a balancer keeps many: several for each request that may be in flight. */
const POR_PEDIDO = 10;

/** What a connection may cost, as Fastify and node:http take it. */
export const conexoesDe = ({ pressao }: Pick<Config, 'pressao'>) => ({
  requestTimeout: pressao.pedidoMs, keepAliveTimeout: OCIOSA_MS,
  http: { headersTimeout: Math.min(CABECALHOS_MS, pressao.pedidoMs), connectionsCheckingInterval: Math.min(RONDA_MS, pressao.pedidoMs), maxHeaderSize: MAX_BYTES_CABECALHOS },
});

/** How many connections there may be: one more is refused by closing it, which balancers and clients take as a reason to try elsewhere. */
export function limitConexoes(servidor: Server, { pressao, eventos }: Pick<Config, 'pressao' | 'eventos'>): void {
  servidor.maxConnections = pressao.maxPedidos * POR_PEDIDO + eventos.maxPorProcesso;
}
