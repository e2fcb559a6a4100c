/** What happens to an analysis, in words a client may show. */
export const TIPOS_DA_ANALISE = ['analise.na_fila', 'analise.iniciada', 'analise.etapa', 'analise.adiada', 'analise.concluida', 'analise.falhou', 'analise.cancelada', 'analise.desatualizada'] as const;
/** What happens to a tender of an organisation. */
export const TIPOS_DA_LICITACAO = ['licitacao.mudou'] as const;
export const TIPOS_EVENTO = [...TIPOS_DA_ANALISE, ...TIPOS_DA_LICITACAO] as const;
export type TipoEvento = (typeof TIPOS_EVENTO)[number];

/** After these an analysis does nothing more by itself; `analise.desatualizada` may still come when its tender changes. */
export const TERMINAIS: ReadonlySet<TipoEvento> = new Set(['analise.concluida', 'analise.falhou', 'analise.cancelada']);

interface Comum {
  readonly id: string;
  readonly organizacaoId: string;
  readonly dados: Readonly<Record<string, unknown>>;
  readonly criadoEm: Date;
}

/** Something that happened to an analysis, kept with what it changed. */
export interface EventoAnalise extends Comum {
  readonly analiseId: string;
  /** 1, 2, 3… of its analysis, without gaps. */
  readonly sequencia: number;
  readonly tipo: (typeof TIPOS_DA_ANALISE)[number];
}

/** Something that happened to a tender, kept with what changed. */
export interface EventoLicitacao extends Comum {
  readonly licitacaoId: string;
  readonly tipo: (typeof TIPOS_DA_LICITACAO)[number];
}

/** Something that happened. */
export type Evento = EventoAnalise | EventoLicitacao;

export type EventoAnaliseNovo = Pick<EventoAnalise, 'organizacaoId' | 'analiseId' | 'tipo' | 'dados'>;
export type EventoLicitacaoNovo = Pick<EventoLicitacao, 'organizacaoId' | 'licitacaoId' | 'tipo' | 'dados'>;
