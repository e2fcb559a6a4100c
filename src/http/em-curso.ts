import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Event of an answer that stays open (sse.ts): it ends when the process stops, and is no measure of speed. */
export const ABRIU_FLUXO = 'alicit:fluxo';

/** The requests this process is answering. */
@Injectable()
export class EmCurso {
  private readonly abertos = new Set<FastifyReply>();
  private readonly deFluxo = new WeakSet<FastifyReply>();
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
    return this.emFluxo;
  }

  /** Whether the answer became a stream, also after its end. */
  isFluxo(resposta: FastifyReply): boolean {
    return this.deFluxo.has(resposta);
  }

  enter(resposta: FastifyReply): void {
    this.abertos.add(resposta);
    resposta.raw.once(ABRIU_FLUXO, () => {
      // Its client may have gone before it opened.
      if (!this.abertos.has(resposta)) return;
      this.deFluxo.add(resposta);
      this.emFluxo += 1;
    });
    resposta.raw.once('close', () => {
      this.abertos.delete(resposta);
      if (this.deFluxo.has(resposta)) this.emFluxo -= 1;
      if (!this.abertos.size) this.vazio?.();
    });
  }

  /** Ends the streams and waits for the others, at most `limiteMs`. @returns how many were still open */
  async drain(limiteMs: number): Promise<number> {
    for (const resposta of this.abertos) if (this.isFluxo(resposta)) resposta.raw.end();
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
