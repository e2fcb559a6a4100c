import type { DecimalTexto } from '../../kernel/index.js';

/** What a call is for: the label of metrics and of the ledger. */
export const FINALIDADES = ['agente_estrategico', 'agente_operacional', 'agente_juridico', 'agente_financeiro', 'relator', 'pergunta', 'trechos', 'consulta', 'acervo', 'empresa'] as const;
export type Finalidade = (typeof FINALIDADES)[number];

/** One paid call, or one answer found kept. */
export interface ChamadaFeita {
  readonly finalidade: Finalidade;
  readonly modelo: string;
  readonly versaoPrompt: string;
  readonly tokensEntrada: number;
  readonly tokensSaida: number;
  /** USD; null: the price of the model is not known. Of an answer found kept: "0". */
  readonly custoUsd: DecimalTexto | null;
  /** Answered from what was kept: nothing was asked. */
  readonly deCache: boolean;
  /** Answered by the fallback model. */
  readonly reserva: boolean;
  /** Requests made, the failed ones included. */
  readonly tentativas: number;
  readonly ms: number;
}

/** Of what work a call is part: who pays, what counts against which budget, who hears of it. */
export interface ContextoDeModelo {
  /** Null: the system's own work over shared data, or the command line. */
  readonly organizacaoId: string | null;
  /** The piece of work whose budget of tokens and of calls this is (an analysis's id, a question's id); it outlives a crash. */
  readonly trabalhoId: string;
  readonly finalidade: Finalidade;
  /** Version of the prompt: part of the name of the kept answer. */
  readonly versaoPrompt: string;
  readonly sinal?: AbortSignal | undefined;
  readonly onChamada?: ((chamada: ChamadaFeita) => void) | undefined;
  /** Told of the text of a streamed answer as it arrives, each time from its beginning; another attempt begins again. What counts is the answer itself. */
  readonly onParcial?: ((texto: string) => void) | undefined;
}
