import type { Bloco } from './paginate.js';

/** A node of mammoth's document tree; only what is used here. */
export interface NoDocx {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly NoDocx[];
  readonly breakType?: 'line' | 'page' | 'column';
  readonly isStrikethrough?: boolean;
  readonly checked?: boolean;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly noteType?: string;
  readonly noteId?: string;
}

/** Body of a footnote or endnote, by the node that refers to it. */
export type FindNota = (referencia: NoDocx) => readonly NoDocx[];

const MARCA_PAGINA = '\f';

/**
 * Paragraphs and table rows in document order. Struck-through text was deleted by its author and is left out. A row
 * with a single filled cell is page layout, not a table: its content is read as paragraphs.
 */
export function toBlocos(nos: readonly NoDocx[], findNota: FindNota): Bloco[] {
  return nos.flatMap((no) => {
    if (no.type === 'table') return readTabela(no, findNota);
    if (no.type !== 'paragraph') return no.children ? toBlocos(no.children, findNota) : [];
    return [...cutParagrafo(textOf(no)), ...notasDe(no, findNota)];
  });
}

/** Lines of a paragraph; a page break inside it starts a new page. */
function cutParagrafo(texto: string): Bloco[] {
  return texto.split(MARCA_PAGINA).flatMap((parte, p) =>
    parte.split('\n').map((linha, i) => ({ celulas: linha.split(/\t+/), paragrafo: i === 0, quebraAntes: p > 0 && i === 0 })),
  );
}

function textOf(no: NoDocx): string {
  if (no.type === 'text') return no.value ?? '';
  if (no.type === 'tab') return '\t';
  if (no.type === 'break') return no.breakType === 'page' ? MARCA_PAGINA : '\n';
  if (no.type === 'checkbox') return no.checked ? '(X)' : '( )';
  if (no.type === 'run' && no.isStrikethrough) return '';
  const filhos = (no.children ?? []).map(textOf);
  return filhos.join(no.type === 'tableCell' ? '\n' : '');
}

function readTabela(tabela: NoDocx, findNota: FindNota): Bloco[] {
  /** Columns still covered by a cell that spans rows: column → rows left. */
  const ocupadas = new Map<number, number>();
  return (tabela.children ?? []).flatMap((linha) => {
    const cheias = (linha.children ?? []).filter((c) => textOf(c).trim());
    if (cheias.length === 1 && ocupadas.size === 0 && (cheias[0]!.rowSpan ?? 1) === 1) return toBlocos(cheias[0]!.children ?? [], findNota);
    const celulas: string[] = [];
    for (const celula of linha.children ?? []) {
      while (isOcupada(ocupadas, celulas.length)) celulas.push('');
      const inicio = celulas.length;
      celulas.push(textOf(celula).replace(/\s+/g, ' '));
      for (let k = 1; k < (celula.colSpan ?? 1); k++) celulas.push('');
      if ((celula.rowSpan ?? 1) > 1) for (let k = inicio; k < celulas.length; k++) ocupadas.set(k, celula.rowSpan! - 1);
    }
    for (const coluna of [...ocupadas.keys()].filter((k) => k >= celulas.length)) isOcupada(ocupadas, coluna);
    return [{ celulas }, ...notasDe(linha, findNota)];
  });
}

/** Takes one row off the span that covers this column, if any. */
function isOcupada(ocupadas: Map<number, number>, coluna: number): boolean {
  const restam = ocupadas.get(coluna);
  if (restam === undefined) return false;
  if (restam > 1) ocupadas.set(coluna, restam - 1);
  else ocupadas.delete(coluna);
  return true;
}

function notasDe(no: NoDocx, findNota: FindNota): Bloco[] {
  if (no.type === 'noteReference') return toBlocos(findNota(no), () => []);
  return (no.children ?? []).flatMap((f) => (f.type === 'table' ? [] : notasDe(f, findNota)));
}
