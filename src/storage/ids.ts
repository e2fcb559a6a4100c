import { monotonicFactory } from 'ulid';

/** What an id names, by its prefix: one for each kind of thing that has an address of its own. */
export type PrefixoId = 'org' | 'chv' | 'emp' | 'doc' | 'lic' | 'arq' | 'ana' | 'evt' | 'cor' | 'whk' | 'ent' | 'ret' | 'avi' | 'aml' | 'msg' | 'fee' | 'cnv' | 'per' | 'pro';

const ulid = monotonicFactory();

/** An opaque id that sorts by the time it was made: `ana_01JD…`. Clients must not read anything into it. */
export const newId = (prefixo: PrefixoId): string => `${prefixo}_${ulid()}`;

/** Whether a text could be an id of that kind: what is not is answered 404 without asking the database. */
export const isId = (prefixo: PrefixoId, texto: string): boolean => texto.charCodeAt(prefixo.length) === SUBLINHADO && texto.startsWith(prefixo) && ULID.test(texto.slice(prefixo.length + 1));

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const SUBLINHADO = '_'.charCodeAt(0);
