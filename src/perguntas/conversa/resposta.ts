import type { Evidencia } from '../../kernel/index.js';
import type { TrechoAchado } from '../../editais/index.js';

/** A quote an answer stands on. */
export type Citacao = Pick<Evidencia, 'documento' | 'pagina' | 'trecho'>;
/** A passage as an answer shows it. */
export type TrechoDaPergunta = Pick<TrechoAchado, 'documento' | 'pagina' | 'secao' | 'texto' | 'score'>;

/** A sentence of a model whose quotes stand on their pages. */
export interface AfirmacaoDaResposta {
  readonly texto: string;
  readonly citacoes: readonly Citacao[];
}

/** What asking the model took. Tokens; USD as decimal text, null when a price is not known. */
export interface UsoDaPergunta {
  readonly chamadas: number;
  readonly deCache: number;
  readonly tokensEntrada: number;
  readonly tokensSaida: number;
  readonly custoUsd: string | null;
}

/** The answer to a question, whoever made it. */
export interface RespostaDaPergunta {
  readonly encontrado: boolean;
  /** 0–1, calibrated: that the passages answer, by the question's words. Without a word of the model's. */
  readonly confianca: number;
  readonly resposta: string;
  readonly afirmacoes: readonly AfirmacaoDaResposta[];
  readonly citacoes: readonly Citacao[];
  readonly trechos: readonly TrechoDaPergunta[];
  /** The model whose words these are; null: no word of a model stands in the answer. */
  readonly modelo: string | null;
  /** Portuguese: why no model answered, or why what it answered is not (all) here. */
  readonly motivoSemModelo: string | null;
  readonly descartadas: readonly { readonly motivo: string; readonly quantas: number }[];
  readonly uso: UsoDaPergunta | null;
}

/** A question of a conversation with its answer, as it is kept and given. */
export interface Turno extends RespostaDaPergunta {
  readonly id: string;
  readonly conversaId: string;
  readonly empresaId: string | null;
  readonly pergunta: string;
  /** The question as it was looked for, when it leaned on the one before. */
  readonly perguntaEntendida: string | null;
  /** ISO. */
  readonly criadaEm: string;
}

/** What came of a question: sentences of a model, nothing, or passages only. */
export type Desfecho = 'respondida' | 'nao_encontrada' | 'so_trechos';
export const desfechoDe = ({ encontrado, afirmacoes }: RespostaDaPergunta): Desfecho => (!encontrado ? 'nao_encontrada' : afirmacoes.length ? 'respondida' : 'so_trechos');
