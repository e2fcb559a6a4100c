import type { Licitacao } from '../../acervo/index.js';

/** A change of the collection as kept: `id` as the database's number. */
export interface MudancaVista {
  readonly id: string;
  readonly campo: string;
  readonly antes: unknown;
  readonly depois: unknown;
  readonly em: Date;
}

/** The id of a change as the API shows it: `mud_` and 26 digits, so that it pages like the others. */
export const toMudancaId = (id: string): string => `mud_${id.padStart(26, '0')}`;

const MAX_MUDANCAS = 20;
const MAX_CARACTERES = 500;

/** What is told of a tender that changed: the first changes with their values when they are small, and where to read the rest. */
export const dadosLicitacaoMudou = (l: { readonly id: string; readonly numero: string; readonly acompanhada: boolean }, { situacao }: Licitacao, mudancas: readonly MudancaVista[]): Record<string, unknown> => ({
  licitacaoId: l.id, numeroControlePNCP: l.numero, acompanhada: l.acompanhada, situacao, total: mudancas.length,
  mudancas: mudancas.slice(0, MAX_MUDANCAS).map((m) => ({ id: toMudancaId(m.id), campo: m.campo.slice(0, 120), antes: clip(m.antes), depois: clip(m.depois), em: m.em.toISOString() })),
  links: { licitacao: `/v1/licitacoes/${l.id}`, mudancas: `/v1/licitacoes/${l.id}/mudancas` },
});

/** Values as short text; what is long is cut. */
function clip(valor: unknown): string | null {
  if (valor === null || valor === undefined) return null;
  const texto = typeof valor === 'string' ? valor : JSON.stringify(valor);
  return texto.length > MAX_CARACTERES ? `${texto.slice(0, MAX_CARACTERES).toWellFormed()}…` : texto;
}
