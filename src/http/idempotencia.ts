import type { FastifyReply } from 'fastify';

/** Header a client names a POST with, so that repeating it does nothing new. */
export const CABECALHO_IDEMPOTENCIA = 'idempotency-key';

/** A request that came with `Idempotency-Key`. Whoever reads its body where the framework does not (forms with files) says what was in it. */
export interface PedidoIdempotente {
  idempotencia?: {
    /**
     * The body's hash, in hex: equal bodies, equal hashes.
     * @throws RespostaPronta when this very request was answered before: let it through
     * @throws AlicitError `idempotencia_conflitante` (422): the key was used with another body
     */
    supplyCorpo(hash: string): void;
    /** For who answers on a stream of its own: what a repetition is answered, or null when it came to nothing and may be tried again. Only in the first request. */
    finish?(feita: { readonly cabecalhos: Readonly<Record<string, string>>; readonly corpo: Buffer } | null): Promise<void>;
  };
}

/** Thrown by whoever finds, below a handler, that the answer is already made: it is sent as it is. */
export class RespostaPronta extends Error {
  constructor(readonly status: number, readonly cabecalhos: Readonly<Record<string, string>>, readonly corpo: Buffer | null) {
    super('resposta pronta');
    this.name = 'RespostaPronta';
  }

  send(resposta: FastifyReply): void {
    void resposta.status(this.status).headers(this.cabecalhos).send(this.corpo ?? undefined);
  }
}
