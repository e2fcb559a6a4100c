/** An answer before any fault touches it. */
export interface Resposta {
  readonly status: number;
  readonly tipo: string | null;
  readonly corpo: Buffer;
  readonly cabecalhos?: Readonly<Record<string, string>>;
}

const JSON_TIPO = 'application/json';

export const comJson = (valor: unknown, status = 200): Resposta => ({ status, tipo: JSON_TIPO, corpo: Buffer.from(JSON.stringify(valor)) });
/** JSON that is text already. */
export const comTexto = (json: string): Resposta => ({ status: 200, tipo: JSON_TIPO, corpo: Buffer.from(json) });
export const vazio = (): Resposta => ({ status: 204, tipo: null, corpo: Buffer.alloc(0) });
export const recusa = (status: number, message: string, path: string): Resposta =>
  comJson(status === 422 ? { message } : { timestamp: new Date().toISOString(), status: String(status), error: status === 404 ? 'Not Found' : 'Bad Request', message, path }, status);
