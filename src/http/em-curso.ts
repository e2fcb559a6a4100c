import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers that stay open: server-sent events. They end when the process stops, and are no measure of speed. */
export const isFluxo = (pedido: FastifyRequest, resposta: FastifyReply): boolean =>
  (pedido.headers.accept ?? '').includes('text/event-stream') || String(resposta.raw.getHeader('content-type') ?? '').includes('text/event-stream');

/** Event of an answer that became a stream (sse.ts). */
export const ABRIU_FLUXO = 'alicit:fluxo';

/** The requests this process is answering. */
@Injectable()
export class EmCurso {
  private readonly abertos = new Map<FastifyReply, FastifyRequest>();
  private emFluxo = 0;
  private vazio: (() => void) | null = null;

  get total(): number {
    return this.abertos.size;
  }

  /** Those that are not streams. */
  get comuns(): number {
    return this.abertos.size - this.emFluxo;
  }

  get fluxos(): number {
    return [...this.abertos].filter(([resposta, pedido]) => isFluxo(pedido, resposta)).length;
  }

  enter(pedido: FastifyRequest, resposta: FastifyReply): void {
    this.abertos.set(resposta, pedido);
    let fluxo = 0;
    resposta.raw.once(ABRIU_FLUXO, () => (this.emFluxo += fluxo = 1));
    resposta.raw.once('close', () => {
      this.abertos.delete(resposta);
      this.emFluxo -= fluxo;
      if (!this.abertos.size) this.vazio?.();
    });
  }

  /** Ends the streams and waits for the others, at most `limiteMs`. @returns how many were still open */
  async drain(limiteMs: number): Promise<number> {
    for (const [resposta, pedido] of this.abertos) if (isFluxo(pedido, resposta) && resposta.raw.headersSent) resposta.raw.end();
    let relogio: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      relogio = setTimeout(resolve, limiteMs);
      this.vazio = resolve;
      if (!this.abertos.size) resolve();
    });
    clearTimeout(relogio);
    this.vazio = null;
    return this.abertos.size;
  }
}
