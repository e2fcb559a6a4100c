import { writeSync } from 'node:fs';
import pino, { type DestinationStream } from 'pino';

/** The lines of requests, which have a logger of their own: they are most of the log. */
export const LOG_DE_PEDIDOS = Symbol('log de pedidos');

export type Nivel = 'debug' | 'info' | 'warn';

/** What a line tells, besides when and where. All but `reqId` are ids of ours, templates and numbers. */
export interface LinhaDePedido {
  readonly reqId: string;
  readonly organizacaoId?: string | undefined;
  readonly chaveId?: string | undefined;
  readonly analiseId?: string | undefined;
  /** Of the trace, in hexadecimal. */
  readonly traceId?: string | undefined;
  readonly spanId?: string | undefined;
  readonly metodo: string;
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
  return (nivel, { reqId, organizacaoId, chaveId, analiseId, traceId, spanId, metodo, rota, status, ms }) => {
    const valor = pino.levels.values[nivel]!;
    if (valor < minimo) return;
    destino.write(`{"level":${valor},"time":${Date.now()},${fixo},"reqId":${JSON.stringify(ocultar(reqId))}${campo('organizacaoId', organizacaoId)}${campo('chaveId', chaveId)}${campo('analiseId', analiseId)}${campo('traceId', traceId)}${campo('spanId', spanId)},"context":"http","metodo":"${metodo}","rota":${JSON.stringify(rota)},"status":${status},"ms":${ms},"msg":"pedido"}\n`);
  };
}

/** Above this the lines of one turn of the event loop are written without waiting for its end. */
const MAX_CARACTERES = 64 * 1024;

/**
 * A file descriptor written once at the end of each turn of the event loop, with all the lines of that turn; and at the
 * process's exit. Lines are never kept beyond a turn: a process that is killed loses at most the one it is in.
 */
export function createDestinoPorVolta(fd: number): DestinationStream {
  let linhas = '';
  let marcado = false;
  const flush = (): void => {
    marcado = false;
    const texto = linhas;
    linhas = '';
    if (texto) writeAll(fd, Buffer.from(texto));
  };
  process.on('exit', flush);
  return {
    write(linha) {
      linhas += linha;
      if (linhas.length > MAX_CARACTERES) return flush();
      if (marcado) return;
      marcado = true;
      setImmediate(flush);
    },
  };
}

/** A full pipe takes nothing for a while: tried again, as the other lines of the log are. A closed one is nobody's log. */
function writeAll(fd: number, texto: Buffer): void {
  for (let feito = 0; feito < texto.length; ) {
    try {
      feito += writeSync(fd, texto, feito);
    } catch (erro) {
      const { code } = erro as NodeJS.ErrnoException;
      if (code === 'EAGAIN') Atomics.wait(ESPERA, 0, 0, ESPERA_MS);
      else if (code !== 'EINTR') return;
    }
  }
}

const ESPERA = new Int32Array(new SharedArrayBuffer(4));
const ESPERA_MS = 5;
