import { nextRotulo, type Contadores, type FormatoNumero, type NivelDeLista } from './numeracao.js';
import { attr, attrInteiro, walkXml } from './xml.js';

/** What a paragraph, or its style, says of its numbering; `numId` "0" turns it off. */
export interface NumPr {
  readonly numId: string | null;
  readonly nivel: number | null;
}

interface Estilo {
  base: string | null;
  numId: string | null;
  nivel: number | null;
}
interface ListaAbstrata {
  readonly niveis: (NivelDeLista | undefined)[];
  /** Style → level whose paragraphs it makes. */
  readonly porEstilo: Map<string, number>;
  /** The list is that of this style. */
  estiloDaLista: string | null;
}
interface Lista {
  abstrata: string;
  readonly inicios: Map<number, number>;
  readonly niveis: Map<number, NivelDeLista>;
}

const FORMATOS: ReadonlyMap<string, FormatoNumero> = new Map(Object.entries({
  decimal: 'decimal', decimalZero: 'zero', upperRoman: 'ROMANO', lowerRoman: 'romano', upperLetter: 'LETRA', lowerLetter: 'letra', ordinal: 'ordinal', bullet: 'marca', none: 'nenhum',
}));
const MAX_ESTILOS = 20;

/**
 * The numbers that Word generates ("1.1", "a)") and does not keep in the text: word/numbering.xml and word/styles.xml
 * tell how, the order of the paragraphs tells how many. One counter for each abstract list, as in Word.
 */
export class NumeracaoDocx {
  private readonly abstratas = new Map<string, ListaAbstrata>();
  private readonly listas = new Map<string, Lista>();
  private readonly estilos = new Map<string, Estilo>();
  private estiloPadrao: string | null = null;
  private readonly contadores = new Map<string, Contadores>();
  private readonly usadas = new Set<string>();

  constructor(numeracaoXml: string, estilosXml: string) {
    this.readEstilos(estilosXml);
    this.readNumeracao(numeracaoXml);
  }

  /** What stands before the paragraph; empty when it is not numbered. Counts it: call it once per paragraph, in order. */
  rotulo(estilo: string | null, direta: NumPr | null): string {
    const doEstilo = this.findDoEstilo(estilo ?? this.estiloPadrao);
    const numId = direta?.numId ?? doEstilo?.numId ?? null;
    const lista = numId === null ? undefined : this.listas.get(numId);
    if (numId === null || !lista) return '';
    const chave = this.resolveAbstrata(lista.abstrata);
    const abstrata = this.abstratas.get(chave);
    if (!abstrata) return '';
    const nivel = direta?.nivel ?? (estilo !== null ? abstrata.porEstilo.get(estilo) : undefined) ?? doEstilo?.nivel ?? 0;
    const contadores = this.contadores.get(chave) ?? [];
    this.contadores.set(chave, contadores);
    if (!this.usadas.has(numId)) for (const i of lista.inicios.keys()) contadores[i] = undefined;
    this.usadas.add(numId);
    const niveis = abstrata.niveis.map((n, i) => overridden(lista.niveis.get(i) ?? n, lista.inicios.get(i)));
    return nextRotulo(contadores, niveis, nivel);
  }

  private findDoEstilo(estilo: string | null): { numId: string; nivel: number | null } | null {
    let atual = estilo;
    let nivel: number | null = null;
    for (let i = 0; atual !== null && i < MAX_ESTILOS; i++) {
      const e = this.estilos.get(atual);
      if (!e) return null;
      nivel ??= e.nivel;
      if (e.numId !== null) return { numId: e.numId, nivel };
      atual = e.base;
    }
    return null;
  }

  private resolveAbstrata(id: string): string {
    const estilo = this.abstratas.get(id)?.estiloDaLista;
    const numId = estilo ? this.estilos.get(estilo)?.numId : null;
    return (numId ? this.listas.get(numId)?.abstrata : null) ?? id;
  }

  private readEstilos(xml: string): void {
    let id: string | null = null;
    let estilo: Estilo | null = null;
    walkXml(xml, {
      open: (nome, a) => {
        if (nome === 'w:style') {
          id = attr(a, 'w:styleId');
          estilo = { base: null, numId: null, nivel: null };
          if (attr(a, 'w:default') === '1' && attr(a, 'w:type') === 'paragraph') this.estiloPadrao = id;
        } else if (!estilo) return;
        else if (nome === 'w:basedOn') estilo.base = attr(a, 'w:val');
        else if (nome === 'w:numId') estilo.numId = attr(a, 'w:val');
        else if (nome === 'w:ilvl') estilo.nivel = attrInteiro(a, 'w:val', 0, 8);
      },
      close: (nome) => {
        if (nome !== 'w:style') return;
        if (id !== null && estilo) this.estilos.set(id, estilo);
        estilo = null;
      },
      text: () => undefined,
    });
  }

  private readNumeracao(xml: string): void {
    let abstrata: ListaAbstrata | null = null;
    let lista: Lista | null = null;
    let indice = 0;
    let nivel: { inicio: number; formato: FormatoNumero; texto: string; legal: boolean; continua: boolean } | null = null;
    walkXml(xml, {
      open: (nome, a) => {
        const val = attr(a, 'w:val');
        const desligado = val === '0' || val === 'false';
        if (nome === 'w:abstractNum') {
          abstrata = { niveis: [], porEstilo: new Map(), estiloDaLista: null };
          this.abstratas.set(attr(a, 'w:abstractNumId') ?? '', abstrata);
        } else if (nome === 'w:num') {
          lista = { abstrata: '', inicios: new Map(), niveis: new Map() };
          this.listas.set(attr(a, 'w:numId') ?? '', lista);
        } else if (nome === 'w:lvl' || nome === 'w:lvlOverride') {
          indice = attrInteiro(a, 'w:ilvl', 0, 8) ?? 0;
          if (nome === 'w:lvl') nivel = { inicio: 1, formato: 'decimal', texto: '', legal: false, continua: false };
        } else if (nome === 'w:abstractNumId' && lista) lista.abstrata = val ?? '';
        else if (nome === 'w:startOverride' && lista) lista.inicios.set(indice, attrInteiro(a, 'w:val', 0, 100_000) ?? 1);
        else if (nome === 'w:numStyleLink' && abstrata) abstrata.estiloDaLista = val;
        else if (!nivel) return;
        else if (nome === 'w:start') nivel.inicio = attrInteiro(a, 'w:val', 0, 100_000) ?? 1;
        else if (nome === 'w:numFmt') nivel.formato = FORMATOS.get(val ?? '') ?? 'decimal';
        else if (nome === 'w:lvlText') nivel.texto = val ?? '';
        else if (nome === 'w:isLgl') nivel.legal = !desligado;
        else if (nome === 'w:lvlRestart') nivel.continua = val === '0';
        else if (nome === 'w:pStyle' && abstrata && val !== null) abstrata.porEstilo.set(val, indice);
      },
      close: (nome) => {
        if (nome === 'w:lvl' && nivel) {
          if (lista) lista.niveis.set(indice, nivel);
          else if (abstrata) abstrata.niveis[indice] = nivel;
          nivel = null;
        } else if (nome === 'w:abstractNum') abstrata = null;
        else if (nome === 'w:num') lista = null;
      },
      text: () => undefined,
    });
  }
}

const overridden = (n: NivelDeLista | undefined, inicio: number | undefined): NivelDeLista | undefined => (n && inicio !== undefined ? { ...n, inicio } : n);
