import type { ItemPncp, Licitacao } from './licitacao.js';

/** How a record came to be known. */
export type OrigemRegistro = 'sincronizacao' | 'consulta' | 'importacao';

/** What follows a record, each with a completeness of its own. */
export type Complemento = 'itens' | 'arquivos';

/** `pendente`: to be fetched (also again, after a change) · `completo`: all of it arrived · `ausente`: PNCP has none, asked more than once. */
export type EstadoComplemento = 'pendente' | 'completo' | 'ausente';

/** Who reads what is new in the collection, each at its own pace. */
export type Consumidor = 'recomendacoes' | 'acompanhamentos';

/** A file as PNCP lists it; its bytes are fetched only on demand. */
export interface ArquivoPublicado {
  readonly sequencial: number;
  readonly titulo: string | null;
  readonly tipoDocumentoId: number | null;
  readonly tipoDocumentoNome: string | null;
  /** ISO with offset. */
  readonly publicacao: string | null;
  /** False: withdrawn. */
  readonly ativo: boolean;
}

/** A tender of the collection: PNCP's record in our words, with what followed it. */
export interface LicitacaoDoAcervo {
  readonly numero: string;
  /** `itens` hold what has arrived so far. */
  readonly licitacao: Licitacao;
  readonly versao: number;
  readonly itens: EstadoComplemento;
  readonly arquivos: readonly ArquivoPublicado[];
  readonly arquivosEstado: EstadoComplemento;
  /** When PNCP was last seen to have it; the age of the data. */
  readonly vistaEm: Date;
  readonly mudadaEm: Date;
  /** Other numbers that are probably the same tender; linked, never merged. */
  readonly relacionadas: readonly string[];
}

/** One field that changed from one version to the next. `campo` is a path in `Licitacao` ("encerramentoPropostas", "itens/3/quantidade", "arquivos/2"). */
export interface Mudanca {
  readonly id: string;
  readonly numero: string;
  readonly versao: number;
  readonly campo: string;
  readonly antes: unknown;
  readonly depois: unknown;
  readonly em: Date;
}

/** What became of a batch. `antigas`: older than what is kept, ignored. */
export interface Recebimento {
  readonly novas: readonly string[];
  readonly mudadas: readonly string[];
  readonly iguais: number;
  readonly antigas: number;
  readonly invalidas: readonly { readonly numero: string | null; readonly motivo: string }[];
}

export type { ItemPncp, Licitacao };
