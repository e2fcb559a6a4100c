import type { TipoRegiao } from '../domain/estrutura.js';

/** One clause of the set: the unit that is ranked. Offsets of `TextoEdital.texto`; never crosses a page. */
export interface Clausula {
  readonly inicio: number;
  readonly fim: number;
  readonly documento: string;
  readonly pagina: number;
  /** Order of the page in the set. */
  readonly ordemPagina: number;
  readonly regiao: TipoRegiao;
  /** Title of the section, "" before the first. */
  readonly secao: string;
  /** Sub-heading and introduction ("Documentos de habilitação jurídica:") the clause stands under, "" when none. */
  readonly contexto: string;
}

/** A passage found: verbatim text of one page, best clause first in `destaque`. */
export interface TrechoAchado {
  readonly documento: string;
  /** 1-based. */
  readonly pagina: number;
  readonly secao: string;
  /** The clause with the neighbours that fit, ≤ 1,200 characters, white space collapsed. */
  readonly texto: string;
  /** The clause that answers best, part of `texto`. */
  readonly destaque: string;
  readonly score: number;
  /** Other pages where the same clause stands, in the set's order. */
  readonly tambem: readonly { readonly documento: string; readonly pagina: number }[];
}
