import type { RegimeExecucao } from '../domain/fato.js';

/** Source of a regime of execution on folded text, group `regime` (Lei 14.133/2021, art. 46). */
export const REGIME = String.raw`(?<regime>empreitada\s+(?:por\s+|a\s+|de\s+)?(?:precos?\s+|valor(?:es)?\s+)?(?:unitarios?|globa(?:l|is)|integral)|contratacao\s+(?:semi-?\s?)?integrada|fornecimento\s+e\s+prestacao\s+de\s+servico\s+associado|empreitada\s+por\s+tarefa|(?<=regime\s+de\s+)tarefa)`;
/** Names that only mean a regime after the word "regime": "Regime de execução: INTEGRADA", "preço global". */
export const REGIME_CURTO = String.raw`(?<regime>(?:semi-?\s?)?integrad[ao]|(?:por\s+)?precos?\s+(?:global|unitarios?)|(?:por\s+)?tarefa|global|unitario)`;

export function regimeDe(texto: string): RegimeExecucao | null {
  const s = texto.replace(/\s+/g, ' ');
  if (/semi-? ?integrad/.test(s)) return 'contratacao_semi_integrada';
  if (/integrad/.test(s)) return 'contratacao_integrada';
  if (/integral/.test(s)) return 'empreitada_integral';
  if (/associado/.test(s)) return 'fornecimento_prestacao_associada';
  if (/tarefa/.test(s)) return 'tarefa';
  if (/unitario/.test(s)) return 'empreitada_preco_unitario';
  return /globa/.test(s) ? 'empreitada_preco_global' : null;
}
