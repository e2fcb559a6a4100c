import { hashDe } from '../kernel/index.js';
import type { Licitacao } from '../acervo/index.js';

/** What tells two tenders sent in one call apart: their data and their files (content and name, in any order). */
export function conteudoChave(licitacao: Licitacao | null, arquivos: readonly { readonly sha256: string; readonly nome: string }[]): string {
  return hashDe(['conteudo-1', licitacao, [...new Set(arquivos.map((a) => `${a.sha256} ${a.nome}`))].sort()]);
}
