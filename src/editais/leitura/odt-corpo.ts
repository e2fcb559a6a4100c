import { ESTRUTURA, type ListasOdt } from './odt-listas.js';
import type { Bloco } from './paginate.js';
import { MAX_COLUNAS, toBlocosDeTabela, type CelulaDeTabela, type LinhaDeTabela } from './tabela-blocos.js';
import { attr, attrInteiro, walkXml, type OuvinteXml } from './xml.js';

interface ListaAberta {
  readonly estilo: string;
  readonly chave: string;
  /** The next paragraph begins an item. */
  novo: boolean;
  inicio: number | null;
}
interface TabelaAberta {
  readonly linhas: LinhaDeTabela[];
  celulas: CelulaDeTabela[];
  colunas: number;
  vertical: boolean;
  repete: number;
}

/** Deleted text lies apart in the file; pictures' names, comments and scripts are not the document's text. */
const MUDOS = new Set(['text:tracked-changes', 'office:annotation', 'office:forms', 'svg:title', 'svg:desc', 'text:note-citation', 'office:scripts', 'text:ruby-text']);
const PARAGRAFOS = new Set(['text:p', 'text:h']);
const MAX_ESPACOS = 100;

/** The body of an ODT as paragraphs and table rows in document order, list numbers written out, tracked changes read as accepted. */
export class CorpoOdt implements OuvinteXml {
  private readonly saidas: Bloco[][] = [[]];
  private readonly textos: { texto: string; rotulo: string; quebraAntes: boolean; notas: Bloco[] }[] = [];
  private readonly tabelas: TabelaAberta[] = [];
  private readonly listas: ListaAberta[] = [];
  private mudo = 0;
  private totalListas = 0;
  private nota = 0;

  constructor(private readonly estilosDeLista: ListasOdt, private readonly quebras: ReadonlySet<string>) {}

  static read(xml: string, listas: ListasOdt, quebras: ReadonlySet<string>): Bloco[] {
    const corpo = new CorpoOdt(listas, quebras);
    walkXml(xml, corpo);
    return corpo.saidas[0]!;
  }

  open(nome: string, a: string): void {
    if (MUDOS.has(nome)) this.mudo++;
    if (this.mudo) return;
    if (PARAGRAFOS.has(nome)) this.openParagrafo(nome, a);
    else if (nome === 'text:tab') this.add('\t');
    else if (nome === 'text:line-break') this.add('\n');
    else if (nome === 'text:s') this.add(' '.repeat(attrInteiro(a, 'text:c', 1, MAX_ESPACOS) ?? 1));
    else if (nome === 'text:list') this.openLista(a);
    else if (nome === 'text:list-item') Object.assign(this.listas.at(-1) ?? {}, { novo: true, inicio: attrInteiro(a, 'text:start-value', 0, 100_000) });
    else if (nome === 'text:note-body') {
      this.nota++;
      this.saidas.push([]);
    } else if (nome === 'table:table') this.tabelas.push({ linhas: [], celulas: [], colunas: 1, vertical: false, repete: 1 });
    else if (nome === 'table:table-cell' || nome === 'table:covered-table-cell') this.openCelula(nome, a);
    else if (nome === 'table:table-row') Object.assign(this.tabelas.at(-1) ?? {}, { celulas: [] });
  }

  close(nome: string): void {
    if (MUDOS.has(nome)) this.mudo = Math.max(0, this.mudo - 1);
    if (this.mudo) return;
    const tabela = this.tabelas.at(-1);
    if (PARAGRAFOS.has(nome)) this.closeParagrafo();
    else if (nome === 'text:list') this.listas.pop();
    else if (nome === 'text:note-body' && this.nota && this.saidas.length > 1) {
      this.nota--;
      this.textos.at(-1)?.notas.push(...this.saidas.pop()!);
    } else if ((nome === 'table:table-cell' || nome === 'table:covered-table-cell') && tabela && this.saidas.length > 1) {
      const blocos = this.saidas.pop()!;
      for (let k = 0; k < tabela.repete && tabela.celulas.length < MAX_COLUNAS; k++) tabela.celulas.push({ blocos, colunas: 1, vertical: tabela.vertical });
    } else if (nome === 'table:table-row') tabela?.linhas.push({ celulas: tabela.celulas, antes: 0 });
    else if (nome === 'table:table') this.emit(toBlocosDeTabela(this.tabelas.pop()?.linhas ?? []));
  }

  text(texto: string): void {
    if (!this.mudo && this.textos.length) this.add(texto.replace(/\s+/g, ' '));
  }

  private add(texto: string): void {
    const atual = this.textos.at(-1);
    if (atual) atual.texto += texto;
  }

  private emit(blocos: readonly Bloco[]): void {
    const saida = this.saidas.at(-1)!;
    for (const b of blocos) saida.push(b);
  }

  private openParagrafo(nome: string, a: string): void {
    const estilo = attr(a, 'text:style-name');
    this.textos.push({ texto: '', rotulo: this.findRotulo(nome, estilo, a), quebraAntes: estilo !== null && this.quebras.has(estilo), notas: [] });
  }

  private findRotulo(nome: string, estilo: string | null, a: string): string {
    const lista = this.listas.at(-1);
    const nivel = this.listas.length - 1;
    if (lista) {
      if (!lista.novo) return '';
      lista.novo = false;
      return this.estilosDeLista.rotulo(lista.estilo || this.estilosDeLista.listaDoEstilo(estilo) || '', lista.chave, Math.min(nivel, 9), lista.inicio);
    }
    if (nome !== 'text:h' || attr(a, 'text:is-list-header') === 'true') return '';
    return this.estilosDeLista.rotulo(ESTRUTURA, ESTRUTURA, (attrInteiro(a, 'text:outline-level', 1, 10) ?? 1) - 1);
  }

  /** A list inside a list is its next level; one that goes on counts where another stopped. */
  private openLista(a: string): void {
    const mae = this.listas.at(-1);
    const estilo = attr(a, 'text:style-name') ?? mae?.estilo ?? '';
    const id = attr(a, 'text:continue-list') ?? (attr(a, 'text:continue-numbering') === 'true' ? `\u0001${estilo}` : attr(a, 'xml:id'));
    const chave = mae?.chave ?? this.resolveChave(id, attr(a, 'xml:id'), estilo);
    this.listas.push({ estilo, chave, novo: false, inicio: null });
  }

  private readonly chaves = new Map<string, string>();

  private resolveChave(continuada: string | null, id: string | null, estilo: string): string {
    const chave = (continuada !== null ? this.chaves.get(continuada) : undefined) ?? `${estilo}#${this.totalListas++}`;
    if (id !== null) this.chaves.set(id, chave);
    this.chaves.set(`\u0001${estilo}`, chave);
    return chave;
  }

  private openCelula(nome: string, a: string): void {
    const tabela = this.tabelas.at(-1);
    if (tabela) {
      const repete = attrInteiro(a, 'table:number-columns-repeated', 1, MAX_COLUNAS) ?? 1;
      const abaixo = (attrInteiro(a, 'table:number-rows-spanned', 1, 10_000) ?? 1) > 1;
      // A covered cell lies under one above it, unless that one spans to the right in this same row.
      const aDireita = tabela.celulas.length > 0 && nome === 'table:covered-table-cell';
      Object.assign(tabela, { repete, vertical: abaixo || (nome === 'table:covered-table-cell' && !aDireita) });
    }
    this.saidas.push([]);
  }

  private closeParagrafo(): void {
    const p = this.textos.pop();
    if (!p) return;
    const texto = p.rotulo && p.texto.trim() ? `${p.rotulo} ${p.texto.trimStart()}` : p.texto;
    this.emit(texto.split('\n').map((linha, i) => ({ celulas: linha.split(/\t+/), paragrafo: i === 0, quebraAntes: i === 0 && p.quebraAntes })));
    this.emit(p.notas);
  }
}
