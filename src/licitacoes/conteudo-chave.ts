import { createHash } from 'node:crypto';
import type { Licitacao } from './domain/licitacao.js';

/** What tells two tenders sent in one call apart: their data and their files (content and name, in any order). */
export function conteudoChave(licitacao: Licitacao | null, arquivos: readonly { readonly sha256: string; readonly nome: string }[]): string {
  const unicos = [...new Set(arquivos.map((a) => `${a.sha256} ${a.nome}`))].sort();
  return createHash('sha256').update(JSON.stringify(['conteudo-1', sortKeys(licitacao), unicos])).digest('hex');
}

/** The same text for the same data, whatever the order of the fields. */
function sortKeys(v: unknown): unknown {
  if (Array.isArray(v)) return v.map(sortKeys);
  if (typeof v !== 'object' || v === null) return v;
  return Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, item]) => [k, sortKeys(item)]);
}
