/** The stages of an analysis, in order. */
export const ETAPAS = ['reunir', 'ler', 'extrair', 'julgar', 'aconselhar', 'relatar'] as const;
export type Etapa = (typeof ETAPAS)[number];

/** Progress, 0 to 100, once each stage ended. */
export const PROGRESSO_DA_ETAPA: Readonly<Record<Etapa, number>> = { reunir: 10, ler: 50, extrair: 70, julgar: 80, aconselhar: 95, relatar: 99 };

export const ESTADOS_ANALISE = ['na_fila', 'executando', 'concluida', 'falhou', 'cancelada'] as const;
export type EstadoAnalise = (typeof ESTADOS_ANALISE)[number];

/** Versions of everything that decides what an analysis says and how it runs. */
export interface VersoesAnalise {
  readonly leitor: string;
  readonly fatos: string;
  readonly analise: string;
  readonly regras: string;
  readonly relatorio: string;
  readonly workflow: string;
  /** Prompts and model of the agents; absent where no model is configured. */
  readonly agentes?: string;
}

/** What a client may be told of an error. */
export interface ErroPublico {
  readonly codigo: string;
  readonly mensagem: string;
}
