import type { CriterioJulgamento, Modalidade, RegimeExecucao } from '../../editais/index.js';
import type { Natureza } from '../contexto/natureza.js';

/** What the minimum interval between publication and proposals depends on. Null = unknown. */
export interface ChavePrazoMinimo {
  readonly natureza: Natureza;
  readonly criterio: CriterioJulgamento | null;
  readonly regimeExecucao: RegimeExecucao | null;
  readonly modalidade: Modalidade | null;
  /** "Especial" said of the service or works; null = not said. */
  readonly especial?: boolean | null;
}

/** Business days, and what they would be under a condition the documents do not settle. */
export interface PrazoMinimo {
  readonly dias: number;
  readonly hipotese: string;
  /** The row rests on what the modality suggests, not on what the edital says: falling short of it is only a sign. */
  readonly inferido?: true;
  readonly ouEntao?: { readonly dias: number; readonly se: string };
}

const POR_PRECO: readonly (CriterioJulgamento | null)[] = ['menor_preco', 'maior_desconto'];
const POR_TECNICA: readonly (CriterioJulgamento | null)[] = ['tecnica_e_preco', 'melhor_tecnica', 'conteudo_artistico'];

/**
 * Art. 55 of Lei 14.133/2021, each row; null when what decides is unknown. Where several rows fit the larger is used.
 * Whether a service is "especial" is rarely written: a pregão buys only what is common (art. 6º, XLI); a concorrência
 * for a service that is no engineering is taken as special (art. 6º, XXXVIII); otherwise 10, and 25 if special.
 */
export function prazoMinimoArt55(k: ChavePrazoMinimo): PrazoMinimo | null {
  if (k.modalidade === 'dialogo_competitivo') return { dias: 25, hipotese: 'manifestação de interesse no diálogo (art. 32, § 1º, I)', ouEntao: { dias: 60, se: 'já for a fase competitiva (art. 32, § 1º, VIII)' } };
  if (k.criterio && POR_TECNICA.includes(k.criterio)) return k.regimeExecucao === 'contratacao_integrada' ? INTEGRADA : { dias: 35, hipotese: 'técnica e preço, melhor técnica ou conteúdo artístico (IV)' };
  if (k.criterio === 'maior_lance') return { dias: 15, hipotese: 'maior lance (III)' };
  if (k.regimeExecucao === 'contratacao_integrada') return INTEGRADA;
  if (k.regimeExecucao === 'contratacao_semi_integrada') return { dias: 35, hipotese: 'contratação semi-integrada (II, d)' };
  if (!k.criterio || k.natureza === 'indefinida') return null;
  if (k.natureza === 'bens') return POR_PRECO.includes(k.criterio) ? { dias: 8, hipotese: 'bens, menor preço ou maior desconto (I, a)' } : { dias: 15, hipotese: 'bens, outro critério (I, b)' };
  if (!POR_PRECO.includes(k.criterio)) return { dias: 35, hipotese: 'serviços e obras, outro critério (II, d)' };
  return prazoDeServicos(k);
}

const INTEGRADA: PrazoMinimo = { dias: 60, hipotese: 'contratação integrada (II, c)' };
const COMUM: PrazoMinimo = { dias: 10, hipotese: 'serviços e obras comuns, menor preço ou maior desconto (II, a)' };
const ESPECIAL: PrazoMinimo = { dias: 25, hipotese: 'serviços e obras especiais, menor preço ou maior desconto (II, b)' };

function prazoDeServicos(k: ChavePrazoMinimo): PrazoMinimo {
  if (k.especial === true) return ESPECIAL;
  if (k.especial === false || k.modalidade === 'pregao') return COMUM;
  if (k.modalidade === 'concorrencia' && k.natureza === 'servicos') return { ...ESPECIAL, inferido: true };
  return { ...COMUM, ouEntao: { dias: ESPECIAL.dias, se: 'o objeto for especial (II, b)' } };
}

/** Art. 39 of Lei 13.303/2016, from the making known to the proposals; null when what decides is unknown. */
export function prazoMinimoArt39(k: ChavePrazoMinimo): PrazoMinimo | null {
  if ((k.criterio && POR_TECNICA.includes(k.criterio)) || k.regimeExecucao === 'contratacao_integrada' || k.regimeExecucao === 'contratacao_semi_integrada') {
    return { dias: 45, hipotese: 'técnica, semi-integrada ou integrada (III)' };
  }
  if (!k.criterio || k.natureza === 'indefinida') return null;
  const preco = POR_PRECO.includes(k.criterio);
  if (k.natureza === 'bens') return preco ? { dias: 5, hipotese: 'bens, menor preço ou maior desconto (I, a)' } : { dias: 10, hipotese: 'bens, outro critério (I, b)' };
  return preco ? { dias: 15, hipotese: 'obras e serviços, menor preço ou maior desconto (II, a)' } : { dias: 30, hipotese: 'obras e serviços, outro critério (II, b)' };
}
