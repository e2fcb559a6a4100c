import type { DecimalTexto } from '../../kernel/index.js';
import type { ItemEdital } from '../domain/item.js';
import type { TipoRegiao } from '../domain/estrutura.js';
import type { TipoColuna } from './vocabulario.js';

/** A column of a table: what it holds and where it lies, in points. */
export interface Coluna {
  readonly tipo: TipoColuna;
  /** Header as printed, folded. */
  readonly titulo: string;
  readonly x0: number;
  readonly x1: number;
}

/** A row as read, before its columns are given their roles: text of each column. */
export interface LinhaBruta {
  readonly numero: string;
  readonly lote: string | null;
  readonly pagina: number;
  /** One text per column of the table, "" when empty. */
  readonly celulas: readonly string[];
  /** The visual line that carries the item's number, as printed. */
  readonly ancora: string;
  /** The visual line of the row with most figures: its values, as printed. */
  readonly valores: string;
  readonly beneficio: ItemEdital['beneficio'];
}

/** A total as printed, and how many rows stood above it. */
export interface TotalDeclarado {
  readonly valor: DecimalTexto;
  readonly ate: number;
}

export interface TabelaBruta {
  readonly documento: string;
  readonly regiao: TipoRegiao;
  readonly colunas: readonly Coluna[];
  readonly linhas: readonly LinhaBruta[];
  /** Stated totals found in the table, in order. */
  readonly totais: readonly TotalDeclarado[];
  /** Folded text of the lines above the header: tells a list of what attestations must prove from the items. */
  readonly antes: string;
}

/** A table of items with its checks. */
export interface TabelaItens {
  readonly documento: string;
  readonly regiao: TipoRegiao;
  readonly paginas: readonly number[];
  readonly itens: readonly ItemEdital[];
  readonly total: { readonly declarado: DecimalTexto | null; readonly calculado: DecimalTexto | null };
  /** Σ of the totals equals a total the table states; null when one of the two is missing. */
  readonly somaConfere: boolean | null;
  /** Portuguese sentences: rows whose quantity × unit price is not the total, sums that do not close. */
  readonly divergencias: readonly string[];
}
