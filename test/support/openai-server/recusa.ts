/** An answer ready to be sent: one part of JSON, or the events of a stream. */
export interface Saida {
  readonly status: number;
  readonly cabecalhos: Readonly<Record<string, string>>;
  readonly partes: readonly string[];
}

/** A request the server refuses, as OpenAI says it. */
export class Recusa extends Error {
  readonly status: number;
  readonly tipo: string;
  readonly param: string | null;
  readonly codigo: string | null;
  constructor(status: number, message: string, { tipo = 'invalid_request_error', param = null, codigo = null }: { tipo?: string; param?: string | null; codigo?: string | null } = {}) {
    super(message);
    this.status = status;
    this.tipo = tipo;
    this.param = param;
    this.codigo = codigo;
  }
}

export const saidaJson = (status: number, corpo: unknown, cabecalhos: Readonly<Record<string, string>> = {}): Saida => ({ status, cabecalhos: { 'content-type': 'application/json', ...cabecalhos }, partes: [JSON.stringify(corpo)] });

/** The body of an error of OpenAI. */
export const corpoDeErro = (mensagem: string, tipo: string, codigo: string | null = null, param: string | null = null): unknown => ({ error: { message: mensagem, type: tipo, param, code: codigo } });

export const saidaDeRecusa = (r: Recusa): Saida => saidaJson(r.status, corpoDeErro(r.message, r.tipo, r.codigo, r.param));
