/** What part of the set a stretch of text belongs to; extractors ask the right parts in order of authority. */
export type TipoRegiao = 'edital' | 'tr' | 'etp' | 'minuta' | 'modelo' | 'planilha' | 'sumario' | 'anexo';

/** A stretch of the text, [inicio, fim) in offsets of `TextoEdital.texto`. */
export interface Regiao {
  readonly tipo: TipoRegiao;
  /** "ANEXO II – MINUTA DE CONTRATO"; empty for the body of the edital. */
  readonly titulo: string;
  readonly inicio: number;
  readonly fim: number;
}

/** A titled section ("10. DA IMPUGNAÇÃO", "CLÁUSULA SÉTIMA – DO REAJUSTE"). */
export interface Secao {
  readonly titulo: string;
  readonly inicio: number;
  readonly fim: number;
}
