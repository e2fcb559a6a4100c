/** SQLSTATE of a connection that broke, a server that stops, starts or is full; and what the socket says of one that is not there. */
const CODIGOS = /^(?:08[0-9A-Z]{3}|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE)$/;
/** pg says these without a code. */
const MENSAGENS = /^(?:Connection terminated|timeout exceeded when trying to connect$|Client has encountered a connection error)/;

/** Whether the error tells of a database that does not answer now: not a defect, another moment may be better. */
export function isBancoFora(erro: unknown): boolean {
  if (!(erro instanceof Error)) return false;
  const { code } = erro as { code?: unknown };
  return typeof code === 'string' ? CODIGOS.test(code) : MENSAGENS.test(erro.message);
}
