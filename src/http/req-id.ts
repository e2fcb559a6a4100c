import { randomUUID } from 'node:crypto';

/** A request's id: the caller's when it is a plain one, else ours. */
export function newReqId(cabecalho: string | string[] | undefined): string {
  return typeof cabecalho === 'string' && /^[\w.-]{1,64}$/.test(cabecalho) ? cabecalho : randomUUID();
}
