import type { Pagina } from '../domain/pagina.js';
import { decodeTexto } from './decode-texto.js';
import { decodeEntidades } from './html-entidades.js';
import { paginate, type Bloco } from './paginate.js';

const MUDAS = new Set(['script', 'style', 'head', 'noscript', 'template', 'title', 'svg', 'object', 'select', 'textarea']);
const PARAGRAFOS = new Set(['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'header', 'footer', 'blockquote', 'pre', 'hr', 'dt', 'dd', 'center', 'form', 'fieldset', 'caption', 'body']);
const QUEBRA = /(?:page-break-before|break-before)\s{0,3}:\s{0,3}(?:always|page)/i;

/** Columns of a row, and columns or rows that a cell may take. */
const MAX_JUNTAS = 200;

/** HTML → logical pages. Nothing of it is run or fetched; a table's rows are lines, its cells apart. */
export function readHtml(bytes: Uint8Array): Pagina[] {
  const leitor = new LeitorHtml();
  const html = decodeTexto(bytes);
  let i = 0;
  while (i < html.length) {
    const abre = html.indexOf('<', i);
    leitor.addTexto(html.slice(i, abre < 0 ? html.length : abre));
    if (abre < 0) break;
    i = leitor.skipMarca(html, abre);
  }
  return paginate(leitor.end());
}

/** What was read so far: a paragraph being filled or, inside a table, the cells of a row. */
class LeitorHtml {
  private readonly blocos: Bloco[] = [];
  private texto = '';
  private linha: string[] | null = null;
  /** Cells that the one being read takes. */
  private junta = { colunas: 1, linhas: 1 };
  /** Columns that a cell above still covers → rows left, this one counted. */
  private readonly ocupadas = new Map<number, number>();
  private quebra = false;
  /** What comes next begins a paragraph, not a line of the same one. */
  private novo = true;

  addTexto(cru: string): void {
    this.texto += decodeEntidades(cru).replace(/\s+/g, ' ');
  }

  /** Reads the tag or comment at `i`; where the text goes on. A "<" that opens nothing is text. */
  skipMarca(html: string, i: number): number {
    if (html.startsWith('<!--', i)) return after(html, '-->', i + 4);
    const nome = /^<\/?([a-z][a-z0-9:]{0,20})/i.exec(html.slice(i, i + 24))?.[1]?.toLowerCase();
    if (nome === undefined) {
      if (/^<[!?]/.test(html.slice(i, i + 2))) return after(html, '>', i + 1);
      this.texto += '<';
      return i + 1;
    }
    const fim = after(html, '>', i + 1);
    const fecha = html[i + 1] === '/';
    if (MUDAS.has(nome) && !fecha) return html[fim - 2] === '/' ? fim : skipElemento(html, nome, fim);
    if (QUEBRA.test(html.slice(i, Math.min(fim, i + 2000)))) {
      this.flush();
      this.quebra = true;
    }
    this.mark(nome, fecha);
    if (!fecha && (nome === 'td' || nome === 'th')) this.startCelula(html.slice(i, Math.min(fim, i + 2000)));
    return fim;
  }

  /** How many columns and rows the cell that begins here takes. */
  private startCelula(marca: string): void {
    const spanOf = (atributo: string): number => Math.min(MAX_JUNTAS, Math.max(1, Number(new RegExp(`\\s${atributo}\\s{0,3}=\\s{0,3}["']?(\\d{1,4})`, 'i').exec(marca)?.[1] ?? 1)));
    this.junta = { colunas: spanOf('colspan'), linhas: spanOf('rowspan') };
  }

  private mark(nome: string, fecha: boolean): void {
    if (nome === 'tr' || nome === 'table') {
      this.flush();
      if (nome === 'table') this.ocupadas.clear();
      this.linha = nome === 'tr' && !fecha ? [] : null;
    } else if (nome === 'td' || nome === 'th') {
      if (fecha || this.texto.trim()) this.endCelula();
    } else if (nome === 'br') {
      if (this.linha) this.texto += ' ';
      else this.flush(false);
    } else if (PARAGRAFOS.has(nome)) {
      if (this.linha) this.texto += ' ';
      else this.flush();
    }
  }

  private endCelula(): void {
    if (!this.linha) return;
    while (this.ocupadas.has(this.linha.length)) this.linha.push('');
    for (let k = 0; k < this.junta.colunas && this.linha.length < MAX_JUNTAS; k++) {
      if (this.junta.linhas > 1) this.ocupadas.set(this.linha.length, this.junta.linhas);
      this.linha.push(k ? '' : this.texto);
    }
    this.junta = { colunas: 1, linhas: 1 };
    this.texto = '';
  }

  private flush(novo = true): void {
    if (this.linha && this.texto.trim()) this.endCelula();
    const celulas = this.linha ?? [this.texto];
    if (celulas.some((c) => c.trim())) {
      this.blocos.push({ celulas, quebraAntes: this.quebra, paragrafo: this.novo && !this.linha });
      this.quebra = false;
      this.novo = novo;
    } else this.novo ||= novo;
    this.texto = '';
    if (!this.linha) return;
    this.linha = [];
    for (const [coluna, linhas] of this.ocupadas) {
      if (linhas > 1) this.ocupadas.set(coluna, linhas - 1);
      else this.ocupadas.delete(coluna);
    }
  }

  end(): Bloco[] {
    this.flush();
    return this.blocos;
  }
}

const after = (html: string, marca: string, i: number): number => {
  const fim = html.indexOf(marca, i);
  return fim < 0 ? html.length : fim + marca.length;
};

function skipElemento(html: string, nome: string, i: number): number {
  const fecha = new RegExp(`</${nome}\\s{0,5}>`, 'gi');
  fecha.lastIndex = i;
  const m = fecha.exec(html);
  return m ? m.index + m[0].length : html.length;
}
