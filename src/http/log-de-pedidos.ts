import pino, { type DestinationStream } from 'pino';

/** The lines of requests, which have a logger of their own: they are most of the log. */
export const LOG_DE_PEDIDOS = Symbol('log de pedidos');

export type Nivel = 'debug' | 'info' | 'warn';

/** A request that was answered, as a line tells it. Of a client's text it has `reqId` alone: all else are ids of ours, templates and numbers. */
export interface LinhaDePedido {
  readonly reqId: string;
  /** The id was made here: there is no text of a caller's in it. */
  readonly reqIdNosso?: boolean;
  readonly organizacaoId?: string | undefined;
  readonly chaveId?: string | undefined;
  readonly analiseId?: string | undefined;
  /** Of the trace, in hexadecimal. */
  readonly traceId?: string | undefined;
  readonly spanId?: string | undefined;
  /** One of the methods of HTTP. */
  readonly metodo: string;
  /** The template: addresses have no end. */
  readonly rota: string;
  readonly status: number;
  readonly ms: number;
}

export type LogDePedidos = (nivel: Nivel, linha: LinhaDePedido) => void;

/**
 * Writes lines in pino's form, without its machinery: the only text of a caller's in them is the request's id, so that
 * secrets are looked for there alone.
 */
export function createLogDePedidos({ nivel: menor, base, ocultar }: { readonly nivel: string; readonly base: Readonly<Record<string, unknown>>; readonly ocultar: (texto: string) => string }, destino: DestinationStream): LogDePedidos {
  const minimo = pino.levels.values[menor] ?? Infinity;
  const fixo = JSON.stringify(base).slice(1, -1);
  const campo = (nome: string, id: string | undefined): string => (id === undefined ? '' : `,"${nome}":"${id}"`);
  return (nivel, { reqId, reqIdNosso, organizacaoId, chaveId, analiseId, traceId, spanId, metodo, rota, status, ms }) => {
    const valor = pino.levels.values[nivel]!;
    if (valor < minimo) return;
    destino.write(`{"level":${valor},"time":${Date.now()},${fixo},"reqId":${reqIdNosso ? `"${reqId}"` : JSON.stringify(ocultar(reqId))}${campo('organizacaoId', organizacaoId)}${campo('chaveId', chaveId)}${campo('analiseId', analiseId)}${campo('traceId', traceId)}${campo('spanId', spanId)},"context":"http","metodo":"${metodo}","rota":${JSON.stringify(rota)},"status":${status},"ms":${ms},"msg":"pedido"}\n`);
  };
}
