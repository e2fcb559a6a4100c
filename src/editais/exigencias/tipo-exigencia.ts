import type { GrupoExigencia, MomentoDaExigencia, QuemApresenta } from '../domain/exigencia.js';
import type { Zona } from './zona.js';

/** A kind of requirement: how editais name it, and where the law stands. */
export interface TipoExigencia {
  /** `grupo/nome`. */
  readonly tipo: string;
  readonly grupo: GrupoExigencia;
  readonly titulo: string;
  /** How it is named, on folded text with white space collapsed. */
  readonly padrao: RegExp;
  /** A clause that says this speaks of something else. */
  readonly exceto?: RegExp;
  /** Only under these headings, when the name alone is too common. */
  readonly zonas?: readonly Zona[];
  /** Named clearly enough to be a demand outside the sections of habilitação, when the sentence demands it. */
  readonly forte?: true;
  /** May stand beside others of the same clause ("Fazendas Federal, Estadual e Municipal"). */
  readonly acumula?: true;
  readonly quem?: QuemApresenta;
  readonly quando?: MomentoDaExigencia;
  /** Article that allows it; null when no list of the law has it. */
  readonly fundamento: string | null;
  readonly atipica?: true;
}
