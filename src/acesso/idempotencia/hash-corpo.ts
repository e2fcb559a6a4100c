import { createHash } from 'node:crypto';

/** The same value, whatever the order of its fields, as the same text. */
export function toCanonico(valor: unknown): string {
  if (Array.isArray(valor)) return `[${valor.map(toCanonico).join(',')}]`;
  if (valor === null || typeof valor !== 'object') return JSON.stringify(valor) ?? 'null';
  const campos = Object.entries(valor).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${campos.map(([k, v]) => `${JSON.stringify(k)}:${toCanonico(v)}`).join(',')}}`;
}

/** sha256, in hex, of what was asked: query and body. */
export const hashCorpo = (query: unknown, corpo: unknown): string => createHash('sha256').update(toCanonico({ query, corpo })).digest('hex');
