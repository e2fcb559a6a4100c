import type { DecimalTexto, Evidencia } from '../../kernel/index.js';
import type { Dimensao } from './analise.js';

/** The agents, each with the dimensions of the score it may move. */
export const AGENTES = ['estrategico', 'operacional', 'juridico', 'financeiro'] as const;
export type NomeAgente = (typeof AGENTES)[number];
export const DIMENSOES_DO_AGENTE: Readonly<Record<NomeAgente, readonly Dimensao['id'][]>> = {
  estrategico: ['aderencia', 'competicao'], operacional: ['prazo'], juridico: ['habilitacao', 'legalidade'], financeiro: ['economico', 'risco'],
};
/** Most points a dimension moves, up or down. */
export const AJUSTE_MAXIMO = 10;

export const TIPOS_AFIRMACAO = ['exigencia', 'risco', 'oportunidade', 'recomendacao', 'observacao'] as const;
export type TipoAfirmacao = (typeof TIPOS_AFIRMACAO)[number];

/** A sentence of a model whose quotes stand on their pages and whose numbers are the quotes' or the facts'. */
export interface Afirmacao {
  readonly texto: string;
  readonly tipo: TipoAfirmacao;
  /** At least one. */
  readonly citacoes: readonly Evidencia[];
}

/** A move of a dimension, −10 to 10, on the ground of a kept claim. */
export interface AjusteDimensao {
  readonly dimensao: Dimensao['id'];
  readonly pontos: number;
  readonly motivo: string;
  /** Place of the claim in the agent's `afirmacoes`. */
  readonly afirmacao: number;
}

/** Claims that were thrown away, by stable reason. */
export interface Descarte {
  readonly motivo: string;
  readonly quantas: number;
}

export interface ParecerDoAgente {
  readonly agente: NomeAgente;
  readonly estado: 'feito' | 'falhou';
  /** Portuguese, when it failed: why. */
  readonly motivo: string | null;
  readonly afirmacoes: readonly Afirmacao[];
  readonly ajustes: readonly AjusteDimensao[];
  readonly descartadas: readonly Descarte[];
}

/** What calling the models took. */
export interface UsoDeModelo {
  /** Requests paid for, and answers found kept. */
  readonly chamadas: number;
  readonly deCache: number;
  readonly tokensEntrada: number;
  readonly tokensSaida: number;
  /** USD; null: some price is not known. */
  readonly custoUsd: DecimalTexto | null;
  readonly porChamada: readonly {
    readonly finalidade: string; readonly modelo: string; readonly versaoPrompt: string; readonly tokensEntrada: number; readonly tokensSaida: number;
    readonly custoUsd: DecimalTexto | null; readonly deCache: boolean; readonly reserva: boolean; readonly tentativas: number; readonly ms: number;
  }[];
}

/** What models added to a judgement that rules made. Never a gate, a fact or a date. */
export interface Parecer {
  readonly estado: 'completo' | 'parcial' | 'indisponivel';
  /** Portuguese, unless complete: why. */
  readonly motivo: string | null;
  readonly agentes: readonly ParecerDoAgente[];
  /** The relator's synthesis. */
  readonly sintese: readonly Afirmacao[];
  /** The score by the rules, and with the adjustments; null when there is none. */
  readonly score: { readonly regras: number | null; readonly comModelo: number | null };
  readonly dimensoes: readonly { readonly id: Dimensao['id']; readonly regras: number; readonly ajuste: number; readonly comModelo: number }[];
  /** What a reader should know of the documents themselves: text that talks to a model. */
  readonly alertas: readonly { readonly texto: string; readonly evidencia: Evidencia }[];
  readonly uso: UsoDeModelo;
  readonly versoes: { readonly prompts: string; readonly modelo: string };
}
