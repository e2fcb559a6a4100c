import { createHash, hash, randomBytes } from 'node:crypto';

const PREFIXO = 'alicit_';
const FORMA = /^alicit_[A-Za-z0-9_-]{43}$/;

/** A new key: 256 bits of chance. Shown once; only its hash is kept. */
export const newChave = (): string => PREFIXO + randomBytes(32).toString('base64url');

/** A key has 256 bits of entropy, so that a plain hash cannot be searched and needs no salt. */
export const hashOf = (chave: string): Buffer => createHash('sha256').update(chave).digest();

/** The same hash in base64, made in one call: it is asked for at every request. */
export const nomeOf = (chave: string): string => hash('sha256', chave, 'base64');

/** What may be shown of it, to tell keys apart. */
export const prefixOf = (chave: string): string => `${chave.slice(0, PREFIXO.length + 6)}…`;

export const isChave = (texto: string): boolean => FORMA.test(texto);
