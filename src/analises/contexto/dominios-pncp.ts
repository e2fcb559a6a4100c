import type { CriterioJulgamento, Modalidade, ModoDisputa } from '../../editais/index.js';
import type { Licitacao } from '../../licitacoes/index.js';

/** PNCP domain ids (API, March 2026) in our words. An id that is not here is new data, not an error. */
const MODALIDADES: Readonly<Record<number, Modalidade>> = {
  1: 'leilao', 2: 'dialogo_competitivo', 3: 'concurso', 4: 'concorrencia', 5: 'concorrencia', 6: 'pregao', 7: 'pregao', 8: 'dispensa', 9: 'inexigibilidade', 12: 'credenciamento',
  13: 'leilao', 16: 'concorrencia', 17: 'concorrencia', 18: 'pregao', 19: 'pregao',
};
const PRESENCIAIS: ReadonlySet<number> = new Set([5, 7, 13, 17, 19]);
const ELETRONICAS: ReadonlySet<number> = new Set([1, 4, 6, 16, 18]);
const MODOS: Readonly<Record<number, ModoDisputa>> = { 1: 'aberto', 2: 'fechado', 3: 'aberto_fechado', 4: 'dispensa_com_disputa', 5: 'nao_se_aplica', 6: 'fechado_aberto' };
const CRITERIOS: Readonly<Record<number, CriterioJulgamento>> = {
  1: 'menor_preco', 2: 'maior_desconto', 4: 'tecnica_e_preco', 5: 'maior_lance', 6: 'maior_retorno', 8: 'melhor_tecnica', 9: 'conteudo_artistico',
};

export const modalidadePncp = (l: Licitacao | null): Modalidade | null => (l?.modalidadeId == null ? null : (MODALIDADES[l.modalidadeId] ?? null));
export const modoPncp = (l: Licitacao | null): ModoDisputa | null => (l?.modoDisputaId == null ? null : (MODOS[l.modoDisputaId] ?? null));
export const formaPncp = (l: Licitacao | null): 'eletronica' | 'presencial' | null =>
  l?.modalidadeId == null ? null : PRESENCIAIS.has(l.modalidadeId) ? 'presencial' : ELETRONICAS.has(l.modalidadeId) ? 'eletronica' : null;
/** The criterion belongs to the item; null unless all items share it. */
export function criterioPncp(l: Licitacao | null): CriterioJulgamento | null {
  const ids = new Set((l?.itens ?? []).map((i) => i.criterioJulgamentoId));
  const [id] = ids;
  return ids.size === 1 && id != null ? (CRITERIOS[id] ?? null) : null;
}
