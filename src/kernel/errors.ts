/** What kind of failure it is; each door (CLI exit code, HTTP status) maps it once. */
export type TipoErro = 'nao_encontrado' | 'invalido' | 'conflito' | 'indisponivel' | 'nao_autenticado' | 'proibido' | 'limite';

/**
 * The only error a user sees: a stable code to script against and a Portuguese message that says what to do.
 * Anything else that is thrown is a defect of ours.
 */
export class AlicitError extends Error {
  constructor(
    readonly tipo: TipoErro,
    /** Stable, snake_case: `pdf_corrompido`, `cnpj_invalido`… */
    readonly codigo: string,
    message: string,
    /** Safe to show: no secrets, no paths of the machine. */
    readonly detalhes?: Readonly<Record<string, unknown>>,
  ) {
    super(message);
    this.name = 'AlicitError';
  }

  toJSON(): { codigo: string; mensagem: string; detalhes?: Readonly<Record<string, unknown>> } {
    return { codigo: this.codigo, mensagem: this.message, ...(this.detalhes ? { detalhes: this.detalhes } : {}) };
  }
}

export const invalido = (codigo: string, mensagem: string, detalhes?: Record<string, unknown>): AlicitError =>
  new AlicitError('invalido', codigo, mensagem, detalhes);
export const naoEncontrado = (codigo: string, mensagem: string, detalhes?: Record<string, unknown>): AlicitError =>
  new AlicitError('nao_encontrado', codigo, mensagem, detalhes);
export const indisponivel = (codigo: string, mensagem: string, detalhes?: Record<string, unknown>): AlicitError =>
  new AlicitError('indisponivel', codigo, mensagem, detalhes);

export const conflito = (codigo: string, mensagem: string, detalhes?: Record<string, unknown>): AlicitError =>
  new AlicitError('conflito', codigo, mensagem, detalhes);

/** Any thrown thing as a code and a message that may be shown; defects of ours become `erro_interno`. */
export function asErroPublico(erro: unknown): { codigo: string; mensagem: string; detalhes?: Readonly<Record<string, unknown>> } {
  if (erro instanceof AlicitError) return erro.toJSON();
  return { codigo: 'erro_interno', mensagem: 'Falha interna do ALICIT; o arquivo não foi alterado. Rode de novo com --verbose para ver a causa.' };
}
