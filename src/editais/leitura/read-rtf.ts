import { invalido } from '../../kernel/index.js';
import type { Pagina } from '../domain/pagina.js';
import { paginate, type Bloco } from './paginate.js';
import { decodePagina, paginaDoCharset, walkRtf, type OuvinteRtf } from './rtf-leitor.js';
import { LIDOS, MARGENS, MUDOS, TEXTOS } from './rtf-palavras.js';
import { alignColunas, type LinhaRtf } from './rtf-tabela.js';
import { isFonteDeSimbolos, toSimbolo } from './simbolos.js';

/** What a group inherits from the one around it. */
interface Estado {
  /** Where text goes: the document, a page header or footer, the table of fonts, nowhere. */
  destino: 'corpo' | 'margem' | 'fontes' | 'nada';
  fonte: number;
  oculto: boolean;
  /** Characters to pass over after a \u. */
  uc: number;
  /** Inside the number of a list item: the tab after it parts no cells. */
  rotulo: boolean;
}
interface Fonte {
  nome: string;
  charset: number;
}

const MAX_NIVEIS = 500;
const MAX_NOTA = 20_000;

/**
 * RTF → logical pages (see `paginate`): paragraphs, tables with their columns, the numbers the writer left beside lists,
 * footnotes after the paragraph that cites them. Pictures and objects are passed over, hidden, deleted and
 * struck-through text left out.
 * @throws AlicitError `arquivo_corrompido`
 */
export function readRtf(bytes: Uint8Array): Pagina[] {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const leitor = new LeitorRtf();
  walkRtf(b, leitor);
  if (!leitor.comecou) throw invalido('arquivo_corrompido', 'O documento RTF está corrompido e não pôde ser aberto. Salve-o como DOCX ou PDF e envie de novo.');
  return paginate(leitor.end());
}

class LeitorRtf implements OuvinteRtf {
  comecou = false;
  private readonly pilha: Estado[] = [];
  private e: Estado = { destino: 'corpo', fonte: 0, oculto: false, uc: 1, rotulo: false };
  private readonly fontes = new Map<number, Fonte>();
  private pagina = 1252;
  private pula = 0;
  private estrela = false;
  private texto = '';
  private linha: LinhaRtf | null = null;
  private bordas: number[] = [];
  private readonly blocos: (Bloco | LinhaRtf)[] = [];
  private readonly margens = new Set<string>();
  private margem = '';
  private quebra = false;
  private naTabela = false;
  /** Text of a footnote, kept until its paragraph ends; depth of the group it began in. */
  private nota: { readonly nivel: number; readonly antes: string } | null = null;
  private readonly notas: string[] = [];

  open(): void {
    if (this.pilha.length < MAX_NIVEIS) this.pilha.push({ ...this.e });
    this.estrela = false;
  }

  close(): void {
    const margem = this.e.destino === 'margem';
    if (this.nota && this.pilha.length <= this.nota.nivel) this.endNota();
    this.e = this.pilha.pop() ?? this.e;
    if (margem && this.e.destino !== 'margem') this.endMargem();
    this.estrela = false;
  }

  symbol(s: string): void {
    if (s === '*') this.estrela = true;
    else if (s === '~') this.add(' ');
    else if (s === '_') this.add('-');
    else if (s === '\\' || s === '{' || s === '}') this.add(s);
  }

  bytes(b: Buffer): void {
    const resto = this.pula ? b.subarray(Math.min(this.pula, b.length)) : b;
    this.pula -= b.length - resto.length;
    if (!resto.length || this.e.destino === 'nada') return;
    const fonte = this.fontes.get(this.e.fonte);
    if (this.e.destino === 'fontes') {
      if (fonte) fonte.nome += resto.toString('latin1').replace(/[;\r\n]/g, '');
    } else if (fonte && isFonteDeSimbolos(fonte.nome)) this.add(Array.from(resto, (c) => (c === 0x20 ? ' ' : toSimbolo(fonte.nome, c))).join(''));
    else this.add(decodePagina(resto, (fonte && paginaDoCharset(fonte.charset)) ?? this.pagina));
  }

  word(p: string, n: number | null): void {
    const estrela = this.estrela;
    this.estrela = false;
    if (p === 'rtf') this.comecou = true;
    else if (p === 'fonttbl') this.e.destino = 'fontes';
    else if (MUDOS.has(p) || (estrela && !LIDOS.has(p))) this.e.destino = 'nada';
    else if (MARGENS.has(p)) this.startMargem();
    else if (p === 'footnote') this.startNota();
    else if (p === 'listtext' || p === 'pntext') this.e.rotulo = true;
    else if (!this.format(p, n)) this.structure(p, n);
  }

  /** Fonts, code pages and what hides text. */
  private format(p: string, n: number | null): boolean {
    switch (p) {
      case 'ansicpg':
        this.pagina = n ?? 1252;
        return true;
      case 'pc':
      case 'pca':
        this.pagina = 850;
        return true;
      case 'mac':
        this.pagina = 10000;
        return true;
      case 'f':
        this.e.fonte = n ?? 0;
        if (this.e.destino === 'fontes') this.fontes.set(this.e.fonte, { nome: '', charset: 0 });
        return true;
      case 'fcharset': {
        const fonte = this.fontes.get(this.e.fonte);
        if (fonte) fonte.charset = n ?? 0;
        return true;
      }
      case 'uc':
        this.e.uc = Math.min(Math.max(n ?? 1, 0), 10);
        return true;
      case 'u':
        this.addUnicode(n ?? 0);
        return true;
      case 'v':
      case 'deleted':
      case 'strike':
      case 'striked':
        this.e.oculto = n !== 0;
        return true;
      case 'plain':
        this.e.oculto = false;
        return true;
      default:
        return false;
    }
  }

  private structure(p: string, n: number | null): void {
    if (this.e.destino === 'nada' || this.e.destino === 'fontes') return;
    const fixo = TEXTOS.get(p);
    if (fixo !== undefined) return this.add(p === 'tab' && this.e.rotulo ? ' ' : fixo);
    if (this.e.destino === 'margem') {
      if (p === 'par' || p === 'cell' || p === 'row') this.margem += '\n';
      return;
    }
    switch (p) {
      case 'par':
      case 'sect':
        this.endParagrafo();
        break;
      case 'page':
      case 'pagebb':
        if (this.texto.trim()) this.endParagrafo();
        this.quebra = true;
        break;
      case 'trowd':
        this.bordas = [];
        break;
      case 'cellx':
        if (this.bordas.length < 100) this.bordas.push(n ?? 0);
        break;
      case 'intbl':
        this.naTabela = true;
        break;
      case 'pard':
        this.naTabela = false;
        break;
      case 'cell':
        this.linha ??= { celulas: [], bordas: [] };
        this.linha.celulas.push(this.texto);
        this.texto = '';
        break;
      case 'row':
        this.endLinha();
    }
  }

  private add(texto: string): void {
    if (this.e.oculto || this.e.destino === 'nada' || this.e.destino === 'fontes') return;
    if (this.e.destino === 'margem') this.margem += texto;
    else this.texto += texto;
  }

  private addUnicode(n: number): void {
    const codigo = n < 0 ? n + 0x10000 : n;
    const fonte = this.fontes.get(this.e.fonte)?.nome ?? '';
    if (codigo <= 0xffff) this.add(codigo >= 0xf000 && codigo <= 0xf0ff && isFonteDeSimbolos(fonte) ? toSimbolo(fonte, codigo) : String.fromCharCode(codigo));
    this.pula = this.e.uc;
  }

  private endParagrafo(): void {
    if (this.nota) {
      this.texto += ' ';
      return;
    }
    // Inside a cell a paragraph's end is a space: the row's line goes on.
    if (this.linha || this.naTabela) {
      this.texto += ' ';
      return;
    }
    this.emit(this.texto);
    this.texto = '';
  }

  private emit(texto: string): void {
    texto.split('\n').forEach((linha, i) => {
      if (!linha.trim()) return;
      this.blocos.push({ celulas: linha.split(/\t+/), paragrafo: i === 0, quebraAntes: this.quebra });
      this.quebra = false;
    });
    for (const nota of this.notas.splice(0)) this.blocos.push({ celulas: [nota], paragrafo: true });
  }

  private endLinha(): void {
    if (this.linha?.celulas.some((c) => c.trim())) this.blocos.push({ celulas: this.linha.celulas, bordas: this.bordas, quebraAntes: this.quebra });
    if (this.linha) this.quebra = false;
    this.linha = null;
    this.texto = '';
    for (const nota of this.notas.splice(0)) this.blocos.push({ celulas: [nota], paragrafo: true });
  }

  private startNota(): void {
    if (this.nota || this.e.destino !== 'corpo') return;
    this.nota = { nivel: this.pilha.length, antes: this.texto };
    this.texto = '';
  }

  private endNota(): void {
    if (this.texto.trim()) this.notas.push(this.texto.trim().slice(0, MAX_NOTA));
    this.texto = this.nota!.antes;
    this.nota = null;
  }

  private startMargem(): void {
    this.e.destino = 'margem';
    this.margem = '';
  }

  private endMargem(): void {
    for (const linha of this.margem.split('\n')) if (linha.trim() && this.margens.size < 20) this.margens.add(linha.replace(/\s+/g, ' ').trim());
    this.margem = '';
  }

  end(): Bloco[] {
    if (this.linha) this.endLinha();
    this.emit(this.texto);
    return [...[...this.margens].map((m) => ({ celulas: [m] })), ...alignColunas(this.blocos)];
  }
}
