import type { TipoRegiao } from '../domain/estrutura.js';
import type { Zona } from './zona.js';

/** A numbered item, list item, paragraph or heading of the set, [inicio, fim) in offsets of `TextoEdital.texto`. May run over pages. */
export interface Clausula {
  readonly inicio: number;
  readonly fim: number;
  /** Offset after its number or letter. */
  readonly corpo: number;
  /** Folded text from `corpo`, white space collapsed. */
  readonly dobrado: string;
  /** "8.2.1.a"; null when it has no number. */
  readonly numero: string | null;
  readonly regiao: TipoRegiao;
  readonly zona: Zona;
  /** A heading: it asks for nothing itself. */
  readonly titulo: boolean;
  /** What it stands under, the nearest first: numbered items and list introductions. */
  readonly pais: readonly Clausula[];
}
