/** What happens to an analysis, in words a client may show. */
export const TIPOS_EVENTO = ['analise.na_fila', 'analise.iniciada', 'analise.etapa', 'analise.adiada', 'analise.concluida', 'analise.falhou', 'analise.cancelada'] as const;
export type TipoEvento = (typeof TIPOS_EVENTO)[number];

/** After these nothing more happens. */
export const TERMINAIS: ReadonlySet<TipoEvento> = new Set(['analise.concluida', 'analise.falhou', 'analise.cancelada']);

/** Something that happened, kept with what it changed. */
export interface Evento {
  readonly id: string;
  readonly organizacaoId: string;
  readonly analiseId: string;
  /** 1, 2, 3… of its analysis, without gaps. */
  readonly sequencia: number;
  readonly tipo: TipoEvento;
  readonly dados: Readonly<Record<string, unknown>>;
  readonly criadoEm: Date;
}

export type EventoNovo = Pick<Evento, 'organizacaoId' | 'analiseId' | 'tipo' | 'dados'>;
