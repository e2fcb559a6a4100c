import { nextRotulo, type Contadores, type FormatoNumero, type NivelDeLista } from './numeracao.js';
import { attr, attrInteiro, walkXml } from './xml.js';

const FORMATOS: ReadonlyMap<string, FormatoNumero> = new Map(Object.entries({ '1': 'decimal', i: 'romano', I: 'ROMANO', a: 'letra', A: 'LETRA' }));
/** The outline of headings, kept among the lists under this name. */
export const ESTRUTURA = '\u0000outline';
const MAX_NIVEL = 10;

/** Lists of an ODT by style name: content.xml and styles.xml tell how each level is numbered. */
export class ListasOdt {
  private readonly estilos = new Map<string, (NivelDeLista | undefined)[]>();
  /** Paragraph style → list style, outline level of heading styles, and the style it derives from. */
  private readonly deParagrafo = new Map<string, { lista: string | null; base: string | null }>();
  private readonly contadores = new Map<string, Contadores>();

  constructor(...xmls: readonly string[]) {
    for (const xml of xmls) this.readEstilos(xml);
  }

  /** What stands before the next item of `nivel` (0-based) of a list; `inicio`: the number it is given by hand. `continua`: same counter as the lists of its style. */
  rotulo(estilo: string, chave: string, nivel: number, inicio: number | null = null): string {
    const niveis = this.estilos.get(estilo);
    if (!niveis) return '';
    const contadores = this.contadores.get(chave) ?? [];
    this.contadores.set(chave, contadores);
    if (inicio !== null) contadores[nivel] = inicio - 1;
    return nextRotulo(contadores, niveis, nivel);
  }

  /** The list style that a paragraph style brings along; null when none. */
  listaDoEstilo(estilo: string | null): string | null {
    let atual = estilo;
    for (let i = 0; atual !== null && i < 20; i++) {
      const e = this.deParagrafo.get(atual);
      if (!e) return null;
      if (e.lista !== null) return e.lista || null;
      atual = e.base;
    }
    return null;
  }

  private readEstilos(xml: string): void {
    let niveis: (NivelDeLista | undefined)[] | null = null;
    walkXml(xml, {
      open: (nome, a) => {
        if (nome === 'text:list-style' || nome === 'text:outline-style') {
          niveis = [];
          this.estilos.set(nome === 'text:outline-style' ? ESTRUTURA : (attr(a, 'style:name') ?? ''), niveis);
        } else if (nome === 'style:style' && attr(a, 'style:family') === 'paragraph') {
          this.deParagrafo.set(attr(a, 'style:name') ?? '', { lista: attr(a, 'style:list-style-name'), base: attr(a, 'style:parent-style-name') });
        } else if (niveis && /^text:(?:list-level-style-|outline-level-style)/.test(nome)) {
          const nivel = (attrInteiro(a, 'text:level', 1, MAX_NIVEL) ?? 1) - 1;
          niveis[nivel] = nome.endsWith('bullet') || nome.endsWith('image') ? { inicio: 1, formato: 'marca', texto: '' } : toNivel(a, nivel);
        }
      },
      close: (nome) => {
        if (nome === 'text:list-style' || nome === 'text:outline-style') niveis = null;
      },
      text: () => undefined,
    });
  }
}

/** "1.1" is made of the levels shown, with points between; LibreOffice also writes the pattern out ("%1%.%2%"). */
function toNivel(a: string, nivel: number): NivelDeLista {
  const formato = FORMATOS.get(attr(a, 'style:num-format') ?? '') ?? 'nenhum';
  const padrao = attr(a, 'loext:num-list-format');
  const mostra = attrInteiro(a, 'text:display-levels', 1, MAX_NIVEL) ?? 1;
  const numeros = Array.from({ length: Math.min(mostra, nivel + 1) }, (_, i) => `%${nivel + 2 - Math.min(mostra, nivel + 1) + i}`).join('.');
  const montado = `${attr(a, 'style:num-prefix') ?? ''}${formato === 'nenhum' ? '' : numeros}${attr(a, 'style:num-suffix') ?? ''}`;
  return { inicio: attrInteiro(a, 'text:start-value', 0, 100_000) ?? 1, formato, texto: padrao === null ? montado : padrao.replace(/%(\d{1,2})%/g, '%$1') };
}
