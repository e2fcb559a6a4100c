import type { Campo } from '../../../editais/index.js';
import type { Afirmacao, Decisao, EstadoLicitacao } from '../../../analises/index.js';

/** A quote as the model gave it; `documento` already a file name, or a name nobody knows. */
export interface CitacaoProposta {
  readonly documento: string;
  readonly pagina: number;
  readonly trecho: string;
}

/** A claim as the model gave it. */
export interface AfirmacaoProposta {
  readonly texto: string;
  readonly tipo: string;
  readonly citacoes: readonly CitacaoProposta[];
}

/** What a known thing is about. */
export type OrigemConhecida = 'fato' | 'prazo' | 'conta' | 'verificacao' | 'empresa' | 'licitacao' | 'exigencia' | 'decisao' | 'outro';

/** Something that rules established, and that a claim may repeat without a quote of its own. */
export interface Conhecido {
  /** What it is about, Portuguese: "Garantia de execução". */
  readonly rotulo: string;
  /** As shown to people: "5%", "facultativa", "12 meses", "atende". */
  readonly valor: string;
  readonly campo?: Campo;
  readonly paraQue: OrigemConhecida;
  /** A sentence that explains it (the reason of a check, the quote of a fact). */
  readonly texto?: string;
}

/** What rules decided, for claims that speak of it. */
export interface DecisaoConhecida {
  readonly desfecho: Decisao['desfecho'];
  readonly pode: Decisao['pode'];
  readonly estado: EstadoLicitacao;
  /** Titles of the gates that failed. */
  readonly portoesReprovados: readonly string[];
  /** 0–100 by the rules; absent or null when there is none. */
  readonly score?: number | null;
}

/** What claims are checked against. One object per analysis: what is made of its pages is kept while it lives. */
export interface BaseDeConferencia {
  /** Text of a page as read; null: no such page or document. */
  readonly textoDaPagina: (documento: string, pagina: number) => string | null;
  readonly conhecidos: readonly Conhecido[];
  /** Null without a company. */
  readonly decisao: DecisaoConhecida | null;
  /** ISO day. */
  readonly agora: string;
  /** Pages of a document, 0 when it is not in the set. Without it pages are tried one by one. */
  readonly paginasDe?: (documento: string) => number;
}

/** Why a claim was thrown away: stable, counted in the parecer. */
export type MotivoDescarte =
  | 'sem_citacao' | 'citacao_ausente' | 'documento_desconhecido' | 'pagina_inexistente' | 'citacao_curta'
  | 'numero_sem_prova' | 'contradiz_fato' | 'contradiz_decisao' | 'sem_apoio' | 'instrucao_no_documento' | 'texto_invalido';

/** A refusal: what is wrong, in Portuguese, for the model that is asked again and for the log. */
export interface Recusa {
  readonly ok: false;
  readonly motivo: MotivoDescarte;
  readonly explicacao: string;
}
export type Conferencia = { readonly ok: true; readonly afirmacao: Afirmacao } | Recusa;

export const recusa = (motivo: MotivoDescarte, explicacao: string): Recusa => ({ ok: false, motivo, explicacao });
