import type { Evidencia } from '../../kernel/index.js';
import type { TrechoAchado } from '../../editais/index.js';

/** A quote an answer stands on: verbatim text of one page, 12 to 400 characters. */
export type CitacaoResposta = Pick<Evidencia, 'documento' | 'pagina' | 'trecho'>;

/** A passage as it is shown with an answer. */
export type TrechoDaResposta = Pick<TrechoAchado, 'documento' | 'pagina' | 'secao' | 'texto' | 'score'>;

/** The answer to one question over one set of documents. */
export interface RespostaPergunta {
  readonly encontrado: boolean;
  /** 0–1: of answers given 0.8, some eight in ten stand on the page cited. See docs/decisoes/0040-nao-encontrado.md. */
  readonly confianca: number;
  /** Portuguese, for a person: what the document says with its page, or "Não encontrado no edital." and what came closest. */
  readonly resposta: string;
  /** Best first; none when nothing was found. */
  readonly citacoes: readonly CitacaoResposta[];
  /** The passages the answer was looked for in; none when nothing was found. */
  readonly trechos: readonly TrechoDaResposta[];
}
