import type { Campo, ValorPorCampo } from '../domain/fato.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import type { FatosDaLicitacao } from './contexto.js';

/**
 * A possible reading of a field. `peso` is the author's estimate, 0 to 1, that this reading is the field's value,
 * seen alone: 0.95 an explicit label with a well-formed value in the place of authority; 0.8 a clear sentence in the
 * right section; 0.6 a plausible one; below 0.5 never becomes a fact by itself.
 * [inicio, fim) is the smallest stretch of text that shows the value, label included when near.
 */
export interface Candidato<V> {
  readonly valor: V;
  readonly inicio: number;
  readonly fim: number;
  readonly peso: number;
  readonly nota?: string;
  /** Length the quote is widened to (see `TextoEdital.trechoEm`); a small one keeps the match as it is, for labels and table cells. */
  readonly alvo?: number;
}

/** What the readers of a field may use. */
export interface Contexto {
  readonly t: TextoEdital;
  /** Fields already read (in the order of `DEFINICOES`); undefined when absent or not read yet. */
  readonly lidos: FatosDaLicitacao;
}

/** How one field is read: pure, one per field. */
export interface DefinicaoCampo<C extends Campo = Campo> {
  readonly campo: C;
  /** All readings, in any order. */
  readonly read: (ctx: Contexto) => readonly Candidato<ValorPorCampo[C]>[];
  /** Same value for grouping readings; default: JSON equality. */
  readonly same?: (a: ValorPorCampo[C], b: ValorPorCampo[C]) => boolean;
  /** A disagreeing reading is kept as alternative when its score is at least this share of the winner's (default 0.75). */
  readonly corteAlternativa?: number;
  /** The quote must show this text or number (verified before the fact leaves); default: not checked. */
  readonly mostra?: (valor: ValorPorCampo[C], trecho: string) => boolean;
  /** When nothing was found: absence other than `nao_encontrado`, with its quote when the document says so. */
  readonly ausencia?: (ctx: Contexto) => { readonly ausencia: 'nao_exige' | 'nao_se_aplica'; readonly inicio?: number; readonly fim?: number; readonly nota?: string } | null;
}

/** Keeps the type of each field through the list of definitions. */
export const defineCampo = <C extends Campo>(d: DefinicaoCampo<C>): DefinicaoCampo<C> => d;
