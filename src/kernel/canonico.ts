import { createHash } from 'node:crypto';

/**
 * JSON in one form only: keys in code-unit order, `undefined` left out, no white space. Two values that mean the same
 * give the same text, so that its hash names the content.
 */
export function canonicalJson(valor: unknown): string {
  if (Array.isArray(valor)) return `[${valor.map((v) => canonicalJson(v ?? null)).join(',')}]`;
  if (valor === null || typeof valor !== 'object') return JSON.stringify(valor ?? null);
  const pares = Object.entries(valor).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pares.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
}

/** Hash of bytes, or of a text as UTF-8: 64 hexadecimal digits. */
export const sha256De = (conteudo: Uint8Array | string): string => createHash('sha256').update(conteudo).digest('hex');

/** Name of a value by its content: the hash of its canonical JSON. */
export const hashDe = (valor: unknown): string => sha256De(canonicalJson(valor));
