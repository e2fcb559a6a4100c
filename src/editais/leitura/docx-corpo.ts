import type { NumeracaoDocx, NumPr } from './docx-numeracao.js';
import { cutParagrafo, isOn, MARCA_PAGINA, type Paragrafo } from './docx-paragrafo.js';
import type { Bloco } from './paginate.js';
import { isFonteDeSimbolos, toSimbolo } from './simbolos.js';
import { MAX_COLUNAS, toBlocosDeTabela, type CelulaDeTabela, type LinhaDeTabela } from './tabela-blocos.js';
import { attr, attrInteiro, walkXml, type OuvinteXml } from './xml.js';

/** Footnotes and endnotes by "footnote:id" and "endnote:id". */
export type Notas = ReadonlyMap<string, readonly Bloco[]>;

interface TabelaAberta {
  readonly linhas: LinhaDeTabela[];
  celulas: CelulaDeTabela[];
  antes: number;
  colunas: number;
  vertical: boolean;
}

/** Never shown: deleted and moved-away text, the second copy of drawings, pronunciation, instructions of fields. */
const MUDOS = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:rt', 'w:instrText', 'w:delText', 'w:delInstrText']);
const NADA: Notas = new Map();

/**
 * The body of a DOCX part (document, footnotes) as paragraphs and table rows in document order, with the numbers Word
 * generates written out. Struck-through and hidden text is left out, tracked changes are read as accepted, text boxes
 * stand where they are anchored, tick boxes become "(X)", "( )" or a box.
 */
export class CorpoDocx implements OuvinteXml {
  private readonly saidas: Bloco[][] = [[]];
  private readonly paragrafos: Paragrafo[] = [];
  private readonly tabelas: TabelaAberta[] = [];
  private mudo = 0;
  private noTexto = false;
  private fonte = '';
  private runOculto = false;
  private noRun = false;
  private naMarcaDoParagrafo = false;
  private caixa: { marcada: boolean } | null = null;

  constructor(private readonly numeracao: NumeracaoDocx | null, private readonly notas: Notas = NADA) {}

  static read(xml: string, numeracao: NumeracaoDocx | null, notas: Notas = NADA): Bloco[] {
    const corpo = new CorpoDocx(numeracao, notas);
    walkXml(xml, corpo);
    return corpo.saidas[0]!;
  }

  /** Footnotes or endnotes of a part; separators, which have a type, are left out. */
  static readNotas(xml: string, tipo: 'footnote' | 'endnote', numeracao: NumeracaoDocx | null): [string, Bloco[]][] {
    return xml.split(`<w:${tipo} `).slice(1).flatMap((parte): [string, Bloco[]][] => {
      const marca = parte.slice(0, parte.indexOf('>'));
      const id = attr(` ${marca}`, 'w:id');
      return id === null || marca.includes('w:type=') ? [] : [[`${tipo}:${id}`, CorpoDocx.read(parte.slice(marca.length + 1), numeracao)]];
    });
  }

  open(nome: string, a: string): void {
    if (MUDOS.has(nome)) {
      // Inside the properties of a paragraph the mark says that its end was deleted.
      if (nome === 'w:del' && this.naMarcaDoParagrafo && this.atual) this.atual.apagado = true;
      this.mudo++;
    }
    if (this.mudo) return;
    if (nome.startsWith('w:')) this.openW(nome.slice(2), a);
    else if (nome === 'm:t') this.noTexto = true;
    else if (nome === 'm:den') this.add(' / ');
  }

  close(nome: string): void {
    if (MUDOS.has(nome)) this.mudo = Math.max(0, this.mudo - 1);
    if (this.mudo) return;
    switch (nome) {
      case 'w:t':
      case 'm:t':
        this.noTexto = false;
        break;
      case 'w:r':
        this.noRun = this.runOculto = false;
        this.fonte = '';
        break;
      case 'w:pPr':
        this.naMarcaDoParagrafo = false;
        break;
      case 'w:p':
        this.endParagrafo();
        break;
      case 'w:checkBox':
        if (this.caixa) this.add(this.caixa.marcada ? '(X)' : '( )');
        this.caixa = null;
        break;
      case 'w:txbxContent':
        this.endCaixaDeTexto();
        break;
      case 'w:tc':
        this.endCelula();
        break;
      case 'w:tr':
        this.endLinha();
        break;
      case 'w:tbl':
        this.endTabela();
    }
  }

  text(texto: string): void {
    if (!this.noTexto || this.mudo) return;
    this.add(this.fonte ? Array.from(texto, (c) => (c.trim() ? toSimbolo(this.fonte, c.codePointAt(0)!) : c)).join('') : texto);
  }

  private openW(nome: string, a: string): void {
    switch (nome) {
      case 'p':
        this.paragrafos.push({ texto: '', estilo: null, direta: null, quebraAntes: false, apagado: false, notas: [] });
        break;
      case 'r':
        this.noRun = true;
        this.runOculto = false;
        this.fonte = '';
        break;
      case 't':
        this.noTexto = true;
        break;
      case 'tab':
        if (this.noRun) this.add('\t');
        break;
      case 'br':
        this.add(attr(a, 'w:type') === 'page' ? MARCA_PAGINA : '\n');
        break;
      case 'cr':
        this.add('\n');
        break;
      case 'noBreakHyphen':
        this.add('-');
        break;
      case 'sym':
        this.add(toSimbolo(attr(a, 'w:font') ?? '', Number.parseInt(attr(a, 'w:char') ?? '', 16)));
        break;
      case 'strike':
      case 'dstrike':
      case 'vanish':
        if (this.noRun && isOn(a)) this.runOculto = true;
        break;
      case 'rFonts': {
        const fonte = attr(a, 'w:ascii') ?? '';
        if (this.noRun && isFonteDeSimbolos(fonte)) this.fonte = fonte;
        break;
      }
      case 'footnoteReference':
      case 'endnoteReference':
        this.atual?.notas.push(`${nome.slice(0, -9)}:${attr(a, 'w:id') ?? ''}`);
        break;
      case 'checkBox':
        this.caixa = { marcada: false };
        break;
      case 'default':
      case 'checked':
        if (this.caixa) this.caixa.marcada = isOn(a);
        break;
      case 'txbxContent':
        this.saidas.push([]);
        break;
      default:
        this.openEstrutura(nome, a);
    }
  }

  private openEstrutura(nome: string, a: string): void {
    const tabela = this.tabelas.at(-1);
    switch (nome) {
      case 'pPr':
        this.naMarcaDoParagrafo = true;
        break;
      case 'pStyle':
        if (this.atual) this.atual.estilo = attr(a, 'w:val');
        break;
      case 'numPr':
        if (this.atual) this.atual.direta = { numId: null, nivel: null };
        break;
      case 'numId':
        if (this.atual?.direta) this.atual.direta.numId = attr(a, 'w:val');
        break;
      case 'ilvl':
        if (this.atual?.direta) this.atual.direta.nivel = attrInteiro(a, 'w:val', 0, 8);
        break;
      case 'pageBreakBefore':
        if (this.atual && isOn(a)) this.atual.quebraAntes = true;
        break;
      case 'tbl':
        this.tabelas.push({ linhas: [], celulas: [], antes: 0, colunas: 1, vertical: false });
        break;
      case 'tr':
        if (tabela) Object.assign(tabela, { celulas: [], antes: 0 });
        break;
      case 'gridBefore':
        if (tabela) tabela.antes = attrInteiro(a, 'w:val', 0, MAX_COLUNAS) ?? 0;
        break;
      case 'tc':
        if (tabela) Object.assign(tabela, { colunas: 1, vertical: false });
        this.saidas.push([]);
        break;
      case 'gridSpan':
        if (tabela) tabela.colunas = attrInteiro(a, 'w:val', 1, MAX_COLUNAS) ?? 1;
        break;
      case 'vMerge':
        if (tabela) tabela.vertical = true;
    }
  }

  private get atual(): Paragrafo | undefined {
    return this.paragrafos.at(-1);
  }

  private add(texto: string): void {
    if (this.atual && !this.runOculto) this.atual.texto += texto;
  }

  private emit(blocos: readonly Bloco[]): void {
    const saida = this.saidas.at(-1)!;
    for (const b of blocos) saida.push(b);
  }

  private endParagrafo(): void {
    const p = this.paragrafos.pop();
    if (!p || (p.apagado && !p.texto.trim())) return;
    const direta: NumPr | null = p.direta;
    const rotulo = this.numeracao?.rotulo(p.estilo, direta) ?? '';
    this.emit(cutParagrafo(p.texto, rotulo, p.quebraAntes));
    for (const n of p.notas) this.emit(this.notas.get(n) ?? []);
  }

  /** A text box is read before the paragraph it is anchored in. */
  private endCaixaDeTexto(): void {
    if (this.saidas.length > 1) this.emit(this.saidas.pop()!);
  }

  private endCelula(): void {
    const tabela = this.tabelas.at(-1);
    if (!tabela || this.saidas.length < 2) return;
    tabela.celulas.push({ blocos: this.saidas.pop()!, colunas: tabela.colunas, vertical: tabela.vertical });
    Object.assign(tabela, { colunas: 1, vertical: false });
  }

  private endLinha(): void {
    const tabela = this.tabelas.at(-1);
    tabela?.linhas.push({ celulas: tabela.celulas, antes: tabela.antes });
  }

  private endTabela(): void {
    const tabela = this.tabelas.pop();
    if (tabela) this.emit(toBlocosDeTabela(tabela.linhas));
  }
}
