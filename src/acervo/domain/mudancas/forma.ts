import { Decimal } from 'decimal.js';
import { readInstante } from '../../clean-pncp.js';

/** A JSON object as it came. */
export type Bruto = Readonly<Record<string, unknown>>;

export const isObjeto = (v: unknown): v is Bruto => typeof v === 'object' && v !== null && !Array.isArray(v);

const DATA = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?$/;
const DATA_COM_FUSO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const NUMERO = /^-?\d{1,18}(?:\.\d{1,10})?$/;

/** Null, blank text, empty lists and empty objects say the same: nothing. */
export function isNada(v: unknown): boolean {
  if (v === null || v === undefined) return true;
  if (typeof v === 'string') return v.trim() === '';
  return typeof v === 'object' && (Array.isArray(v) ? v : Object.keys(v)).length === 0;
}

/**
 * Whether two values of one field mean the same, however they are written: dates in several precisions and zones, numbers as
 * numbers or text, white space, nothing as null or as blank. Digits kept as text are text (`090853` is not `90853`).
 */
export function isMesmo(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isNada(a) || isNada(b)) return isNada(a) && isNada(b);
  if (typeof a === 'object' || typeof b === 'object') return isMesmaEstrutura(a, b);
  if (typeof a === 'string' && typeof b === 'string') return textoDe(a) === textoDe(b) || isMesmoDecimal(a, b);
  const [x, y] = [String(a).trim(), String(b).trim()];
  return x === y || (NUMERO.test(x) && NUMERO.test(y) && new Decimal(x).eq(y));
}

/** "100" and "100.0" are the same amount; "0100" is a code, and so is what has no point. */
function isMesmoDecimal(a: string, b: string): boolean {
  const [x, y] = [a.trim(), b.trim()];
  return (x.includes('.') || y.includes('.')) && NUMERO.test(x) && NUMERO.test(y) && new Decimal(x).eq(y);
}

function isMesmaEstrutura(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((v, i) => isMesmo(v, b[i]));
  if (!isObjeto(a) || !isObjeto(b)) return false;
  return Object.keys({ ...a, ...b }).every((k) => isMesmo(a[k], b[k]));
}

function textoDe(texto: string): string {
  const local = DATA.exec(texto.trim());
  if (local) return `${local[1]}T${local[2] ?? '00:00'}:${local[3] ?? '00'}`;
  if (DATA_COM_FUSO.test(texto.trim())) return readInstante(texto)?.slice(0, 19) ?? texto.trim();
  return texto.replace(/\s+/g, ' ').trim();
}
