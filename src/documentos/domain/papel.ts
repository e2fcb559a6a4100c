import type { Celula, Linha, Pagina } from '../../editais/index.js';
import { fold, squeeze, TRECHO_MAXIMO, TRECHO_MINIMO, type Evidencia } from '../../kernel/index.js';

/** Characters of one paper that are looked at: articles of association have some 60,000. */
const MAX_TEXTO = 400_000;
/** Of a line looked at as a row of cells. */
const ALVO_TRECHO = 110;

/** A place in the paper's text. */
export interface Lugar {
  readonly inicio: number;
  readonly fim: number;
}

/** A row as the eye sees it: cells left to right. */
export interface Fileira {
  readonly pagina: number;
  readonly celulas: readonly (Pick<Celula, 'texto' | 'x0' | 'x1'> & { readonly dobrado: string })[];
  readonly dobrado: string;
}

/** The text of a paper, with what extractors ask of it: matches on folded text, labels and their values, quotes. Pure. */
export class Papel {
  /** Pages joined by `\f`. */
  readonly texto: string;
  /** Folded, breaks kept. */
  readonly dobrado: string;
  /** Folded, breaks made spaces: sentences go on over lines. Same offsets. */
  readonly corrido: string;
  private readonly inicios: number[] = [];

  constructor(readonly documento: string, readonly paginas: readonly Pagina[]) {
    let texto = '';
    for (const p of paginas) {
      this.inicios.push(texto.length);
      texto += `${p.texto}\f`;
      if (texto.length > MAX_TEXTO) break;
    }
    this.texto = texto.slice(0, MAX_TEXTO);
    this.dobrado = fold(this.texto);
    this.corrido = this.dobrado.replace(/[\n\f\t]/g, ' ');
  }

  /** The first `n` characters, folded, breaks as spaces: where titles stand. */
  topo(n: number): string {
    return this.corrido.slice(0, n);
  }

  has(rx: RegExp): boolean {
    return new RegExp(rx.source, rx.flags.replace('g', '')).test(this.corrido);
  }

  /** First match on the running folded text. */
  find(rx: RegExp, desde = 0): (RegExpExecArray & Lugar) | null {
    const busca = new RegExp(rx.source, 'g');
    busca.lastIndex = desde;
    const m = busca.exec(this.corrido);
    return m && Object.assign(m, { inicio: m.index, fim: m.index + m[0].length });
  }

  /** At most `maximo` matches on the running folded text. */
  findAll(rx: RegExp, maximo = 200): (RegExpExecArray & Lugar)[] {
    const achados: (RegExpExecArray & Lugar)[] = [];
    for (const m of this.corrido.matchAll(new RegExp(rx.source, 'g'))) {
      achados.push(Object.assign(m, { inicio: m.index, fim: m.index + m[0].length }));
      if (achados.length >= maximo) break;
    }
    return achados;
  }

  /** The text itself at a place, white space collapsed. */
  at({ inicio, fim }: Lugar): string {
    return squeeze(this.texto.slice(inicio, fim));
  }

  /** The folded line an offset stands on, and its bounds. */
  linhaEm(offset: number): Lugar & { readonly dobrado: string } {
    let inicio = offset;
    let fim = offset;
    while (inicio > 0 && !isQuebra(this.dobrado, inicio - 1)) inicio--;
    while (fim < this.dobrado.length && !isQuebra(this.dobrado, fim)) fim++;
    return { inicio, fim, dobrado: this.dobrado.slice(inicio, fim) };
  }

  /** The next line with text after an offset's line; null at the end of the page. */
  proximaLinha(offset: number): (Lugar & { readonly dobrado: string }) | null {
    let i = this.linhaEm(offset).fim;
    while (i < this.dobrado.length && this.dobrado[i] === '\n') i++;
    if (i >= this.dobrado.length || this.dobrado[i] === '\f') return null;
    const linha = this.linhaEm(i);
    return linha.dobrado.trim() ? linha : this.proximaLinha(linha.fim);
  }

  private paginaEm(offset: number): Pagina | undefined {
    let k = 0;
    while (k + 1 < this.inicios.length && this.inicios[k + 1]! <= offset) k++;
    return this.paginas[k];
  }

  /** A quote of a place, widened to whole words while it is short; null when it cannot be one (blank page, too long). */
  quote({ inicio, fim }: Lugar): Evidencia | null {
    let a = inicio;
    let b = Math.min(fim, inicio + TRECHO_MAXIMO - 20);
    const dentro = (i: number): boolean => i >= 0 && i < this.texto.length && this.texto[i] !== '\f';
    while (b - a < ALVO_TRECHO && (dentro(a - 1) || dentro(b)) && b - a < TRECHO_MAXIMO - 20) {
      if (dentro(a - 1) && inicio - a < ALVO_TRECHO / 2) a--;
      else if (dentro(b)) b++;
      else if (dentro(a - 1)) a--;
      else break;
    }
    while (dentro(a - 1) && !/\s/.test(this.texto[a - 1]!) && b - a < TRECHO_MAXIMO) a--;
    while (dentro(b) && !/\s/.test(this.texto[b]!) && b - a < TRECHO_MAXIMO) b++;
    const trecho = squeeze(this.texto.slice(a, b)).slice(0, TRECHO_MAXIMO).trim();
    if (trecho.length < TRECHO_MINIMO) return null;
    const pagina = this.paginaEm(inicio);
    return { documento: this.documento, pagina: pagina?.numero ?? 1, trecho, ...(pagina?.origem === 'ocr' ? { ocr: pagina.confiancaOcr ?? 0 } : {}) };
  }

  /** Rows of all pages. Without geometry a line is cut at tabs, bars and wide gaps. */
  get fileiras(): readonly Fileira[] {
    return (this.fileirasLidas ??= this.paginas.flatMap((p) => (p.linhas.length ? p.linhas.map((l) => fromLinha(p.numero, l)) : fromTexto(p))));
  }
  private fileirasLidas: readonly Fileira[] | undefined;
}

const isQuebra = (texto: string, i: number): boolean => texto[i] === '\n' || texto[i] === '\f';

const toFileira = (pagina: number, celulas: readonly Pick<Celula, 'texto' | 'x0' | 'x1'>[]): Fileira => {
  const dobradas = celulas.map((c) => ({ texto: c.texto, x0: c.x0, x1: c.x1, dobrado: fold(c.texto).trim() }));
  return { pagina, celulas: dobradas, dobrado: dobradas.map((c) => c.dobrado).join('  ') };
};
const fromLinha = (pagina: number, l: Linha): Fileira => toFileira(pagina, l.celulas);
const fromTexto = (p: Pagina): Fileira[] =>
  p.texto.split('\n').filter((t) => t.trim()).map((t) => toFileira(p.numero, t.split(/\s*\|\s*|\t+|\s{3,}/).filter(Boolean).map((texto, i) => ({ texto, x0: i * 100, x1: i * 100 + 90 }))));
