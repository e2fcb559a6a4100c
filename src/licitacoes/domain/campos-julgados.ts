import type { Licitacao } from '../../acervo/index.js';
import { canonicalJson } from '../../kernel/index.js';

/**
 * Fields of PNCP's record that a judgement looks at: dates, status, value, modality, object, who buys and where, items. Left out are those
 * it never reads (`atualizacao` only says that something around the record changed; `linkSistemaOrigem`, `numeroProcesso`).
 */
export const CAMPOS_JULGADOS = [
  'situacao', 'publicacao', 'aberturaPropostas', 'encerramentoPropostas', 'valorEstimado', 'orcamentoSigiloso', 'modalidadeId', 'modoDisputaId', 'instrumentoId', 'amparoLegalCodigo', 'amparoLegalNome',
  'srp', 'objeto', 'numeroEdital', 'plataforma', 'orgaoNome', 'orgaoCnpj', 'unidadeNome', 'esfera', 'uf', 'municipio', 'codigoIbge', 'itens',
] as const satisfies readonly (keyof Licitacao)[];

/** A field that a judgement looks at, or the files it read. */
export type CampoJulgado = (typeof CAMPOS_JULGADOS)[number] | 'arquivos';

const JULGADOS: ReadonlySet<string> = new Set(CAMPOS_JULGADOS);
/** Of a listed file only its coming, going and being published again matter: its title is no content. */
const ARQUIVO = /^arquivos\/\d+(?:\/(?:ativo|publicacao))?$/;

/** Fields in which two records differ for a judgement. */
export const diffJulgados = (antes: Licitacao | null, depois: Licitacao | null): readonly CampoJulgado[] =>
  CAMPOS_JULGADOS.filter((c) => canonicalJson(antes?.[c] ?? null) !== canonicalJson(depois?.[c] ?? null));

/** The judged field a change of the collection ("itens/3/quantidade", "arquivos/4") is of; null when no judgement looks at it. */
export function campoDe(caminho: string): CampoJulgado | null {
  const topo = caminho.split('/')[0]!;
  if (topo === 'arquivos') return ARQUIVO.test(caminho) ? 'arquivos' : null;
  return JULGADOS.has(topo) ? (topo as CampoJulgado) : null;
}
