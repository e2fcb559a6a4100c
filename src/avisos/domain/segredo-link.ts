import { createHash } from 'node:crypto';

/** Bytes of a secret address. */
export const BYTES_SEGREDO = 24;
/** The prefix is one that logs hide wherever it stands. */
const FORMA = /^alicit_[\w-]{32}$/;

/** A secret for an address: 192 bits, safe in URLs. @param aleatorio 24 random bytes */
export function createSegredo(aleatorio: Uint8Array): string {
  if (aleatorio.byteLength !== BYTES_SEGREDO) throw new RangeError(`a secret has ${BYTES_SEGREDO} bytes`);
  return `alicit_${Buffer.from(aleatorio).toString('base64url')}`;
}

/** Whether a text could be one: what is not is not asked of the database. */
export const isSegredo = (texto: string): boolean => FORMA.test(texto);

/** What is kept of it: random enough that a plain hash tells nothing. */
export const hashSegredo = (segredo: string): string => createHash('sha256').update(segredo).digest('hex');
