/** An answer before any fault touches it. */
export interface Resposta {
  readonly status: number;
  readonly corpo: unknown;
}

export const ok = (corpo: unknown, status = 200): Resposta => ({ status, corpo });

/** As the control plane refuses. */
export const recusaDoControle = (status: number, code: string, message: string): Resposta => ({ status, corpo: { error: { code, message }, status } });

/** As the data plane refuses: a gRPC code and a message. */
export const recusaDosDados = (status: number, code: number, message: string): Resposta => ({ status, corpo: { code, message, details: [] } });
