import type { PaginaPncp, TipoDeriva } from './domain/pncp.js';

/** What a validation made of a JSON value; `motivo`: why it cannot be the answer. */
export type Lido<T> = { readonly valor: T } | { readonly motivo: string };

const inteiro = (v: unknown): number | null => {
  const n = typeof v === 'string' && /^\d{1,12}$/.test(v) ? Number(v) : v;
  return typeof n === 'number' && Number.isSafeInteger(n) && n >= 0 ? n : null;
};

/** PNCP's envelope. The answer to another page than asked is no answer. */
export function readPagina(json: unknown, pagina: number, tamanho: number, contar: (tipo: TipoDeriva, campo: string) => void): Lido<Omit<PaginaPncp, 'filtrosIgnorados'>> {
  if (Array.isArray(json)) {
    contar('envelope', 'sem_envelope');
    return { valor: { registros: json as readonly unknown[], totalRegistros: null, totalPaginas: null, numeroPagina: pagina } };
  }
  if (typeof json !== 'object' || json === null) return { motivo: 'forma' };
  const { data, totalRegistros, totalPaginas, numeroPagina, empty } = json as Readonly<Record<string, unknown>>;
  const registros: unknown = data ?? (empty === true || totalRegistros === 0 ? [] : null);
  if (!Array.isArray(registros)) return { motivo: 'forma' };
  const dita = inteiro(numeroPagina);
  if (dita === null) contar('envelope', 'numeroPagina');
  else if (dita !== pagina) return { motivo: 'outra_pagina' };
  const [total, paginas] = [inteiro(totalRegistros), inteiro(totalPaginas)];
  if (total === null) contar('envelope', 'totalRegistros');
  if (paginas === null) contar('envelope', 'totalPaginas');
  if (registros.length > tamanho) contar('envelope', 'pagina_maior');
  else if (registros.length < tamanho && paginas !== null && pagina < paginas) contar('envelope', 'pagina_curta');
  return { valor: { registros: registros as readonly unknown[], totalRegistros: total, totalPaginas: paginas, numeroPagina: pagina } };
}

/** A bare array. */
export const readLista = (json: unknown): Lido<readonly unknown[]> => (Array.isArray(json) ? { valor: json as readonly unknown[] } : { motivo: 'forma' });

/** A bare count. */
export function readQuantidade(json: unknown): Lido<number> {
  const n = inteiro(json);
  return n === null ? { motivo: 'forma' } : { valor: n };
}
