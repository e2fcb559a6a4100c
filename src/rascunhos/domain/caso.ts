import type { Analise, Prazo, Verificacao } from '../../analises/index.js';
import { toMillis } from '../../kernel/index.js';
import type { TipoRascunho } from './documento.js';

/** What a draft is made from. */
export interface Caso {
  readonly analise: Analise;
  readonly tipo: TipoRascunho;
  /** ISO with offset: the day the draft bears, and against which its deadline is judged. */
  readonly agora: string;
  /** Ids of the points to be in it; null: all. */
  readonly pontos: readonly string[] | null;
  /** What else whoever sends it must know: Portuguese sentences. */
  readonly avisos: readonly string[];
}

export const prazoDe = ({ analise }: Caso, id: Prazo['id']): Prazo | null => analise.prazos.find((x) => x.id === id) ?? null;

/** Of the request itself; the checklist has none. */
export const prazoDoPedido = (c: Caso): Prazo | null => (c.tipo === 'checklist' ? null : prazoDe(c, c.tipo));

/** True when its deadline has passed at `agora`; null when it has no known deadline. */
export function isForaDoPrazo(c: Caso): boolean | null {
  const limite = prazoDoPedido(c)?.vinculante ?? null;
  return limite === null ? null : toMillis(limite) < toMillis(c.agora);
}

/** A sum of other checks, each of which speaks for itself. */
const RESUMOS: ReadonlySet<string> = new Set(['restricoes_cumuladas']);

/** Checks with a result, without those that only add others up. */
export const verificacoesCom = ({ analise }: Caso, resultado: Verificacao['resultado']): readonly Verificacao[] =>
  analise.verificacoes.filter((v) => v.resultado === resultado && !RESUMOS.has(v.regra));

/** The rule's text was not read in its official source: whoever signs must. */
export const isAConferir = (v: Pick<Verificacao, 'nivelFonte'>): boolean => v.nivelFonte === 'M' || v.nivelFonte === 'V2';

/** Direct contracting: there is no edital of licitação, but an aviso. */
export const isContratacaoDireta = ({ analise }: Caso): boolean => analise.fatos.modalidade.valor === 'dispensa' || analise.fatos.modalidade.valor === 'inexigibilidade';
