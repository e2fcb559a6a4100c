import { invalido } from '../kernel/index.js';

const MAX_NIVEIS = 60;

/**
 * A copy of a JSON value that PostgreSQL's `jsonb` accepts: without NUL characters and halves of surrogate pairs, which it refuses.
 * @throws AlicitError `dados_invalidos` when it nests deeper than 60 levels
 */
export function cleanJson<T>(valor: T): T {
  return clean(valor, 0) as T;
}

function clean(v: unknown, nivel: number): unknown {
  if (typeof v === 'string') return cleanTexto(v);
  if (typeof v !== 'object' || v === null) return v;
  if (nivel >= MAX_NIVEIS) throw invalido('dados_invalidos', `Os dados passam de ${MAX_NIVEIS} níveis de listas e objetos, um dentro do outro.`);
  if (Array.isArray(v)) return v.map((item) => clean(item, nivel + 1));
  return Object.fromEntries(Object.entries(v).map(([k, item]) => [cleanTexto(k), clean(item, nivel + 1)]));
}

const cleanTexto = (t: string): string => (t.includes('\u0000') || !t.isWellFormed() ? t.replaceAll('\u0000', '').toWellFormed() : t);
