import type { Bloco } from './paginate.js';

/** A cell of a word processor's table: what is in it, and how many columns it takes. */
export interface CelulaDeTabela {
  readonly blocos: readonly Bloco[];
  readonly colunas: number;
  /** Joined to the cell above or below. */
  readonly vertical: boolean;
}

/** A row; `antes`: columns that it leaves out at its start. */
export interface LinhaDeTabela {
  readonly celulas: readonly CelulaDeTabela[];
  readonly antes: number;
}

/** Columns a cell may claim: word processors stop at 63. */
export const MAX_COLUNAS = 64;

/** The rows of a table as blocks. A row with a single filled cell is page layout, not a table: its content is read as paragraphs. */
export function toBlocosDeTabela(linhas: readonly LinhaDeTabela[]): Bloco[] {
  return linhas.flatMap((linha) => {
    const cheias = linha.celulas.filter((c) => textOf(c).trim());
    if (cheias.length === 1 && !linha.celulas.some((c) => c.vertical)) return cheias[0]!.blocos;
    const celulas: string[] = new Array<string>(linha.antes).fill('');
    for (const c of linha.celulas) {
      celulas.push(textOf(c).replace(/\s+/g, ' '));
      for (let k = 1; k < c.colunas; k++) celulas.push('');
    }
    const quebraAntes = linha.celulas.some((c) => c.blocos[0]?.quebraAntes);
    return [{ celulas, ...(quebraAntes ? { quebraAntes } : {}) }];
  });
}

/** Everything a cell holds on one line, tables in it included. */
const textOf = (c: CelulaDeTabela): string => c.blocos.map((b) => b.celulas.join(' ')).join('\n');
