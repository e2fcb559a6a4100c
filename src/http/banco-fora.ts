import { AlicitError, indisponivel } from '../kernel/index.js';

/** SQLSTATE of a connection that broke, a server that stops, starts or is full; and what the socket says of one that is not there. */
const CODIGOS = /^(?:08[0-9A-Z]{3}|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE)$/;
/** pg says these without a code. */
const MENSAGENS = /^(?:Connection terminated|timeout exceeded when trying to connect$|Client has encountered a connection error)/;

/** A database that does not answer now, as who asks should hear it: not a defect, try again soon. Any other error as it came. */
export function toBancoFora(erro: unknown): unknown {
  if (!(erro instanceof Error) || erro instanceof AlicitError) return erro;
  const { code } = erro as { code?: unknown };
  const fora = typeof code === 'string' ? CODIGOS.test(code) : MENSAGENS.test(erro.message);
  return fora ? indisponivel('banco_indisponivel', 'O banco de dados não está respondendo: tente de novo em instantes.', { tentarEmS: 5 }) : erro;
}
