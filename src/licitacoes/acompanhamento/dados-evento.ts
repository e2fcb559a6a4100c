import type { Licitacao } from '../../acervo/index.js';
import { toMudancaId, type MudancaVista } from '../domain/mudanca-vista.js';

const MAX_MUDANCAS = 20;
const MAX_CARACTERES = 500;

/** What is told of a tender that changed: the first changes with their values when they are small, and where to read the rest. */
export const dadosLicitacaoMudou = (l: { readonly id: string; readonly numero: string; readonly acompanhada: boolean }, { situacao }: Licitacao, mudancas: readonly MudancaVista[], url: string): Record<string, unknown> => ({
  licitacaoId: l.id, numeroControlePNCP: l.numero, acompanhada: l.acompanhada, situacao, total: mudancas.length,
  mudancas: mudancas.slice(0, MAX_MUDANCAS).map((m) => ({ id: toMudancaId(m.id), campo: m.campo.slice(0, 120), antes: clip(m.antes), depois: clip(m.depois), em: m.em.toISOString() })),
  links: { licitacao: `${url}/v1/licitacoes/${l.id}`, mudancas: `${url}/v1/licitacoes/${l.id}/mudancas` },
});

/** Values as short text; what is long is cut. */
function clip(valor: unknown): string | null {
  if (valor === null || valor === undefined) return null;
  const texto = typeof valor === 'string' ? valor : JSON.stringify(valor);
  return texto.length > MAX_CARACTERES ? `${texto.slice(0, MAX_CARACTERES).toWellFormed()}…` : texto;
}
