import { findRun, listSprms, type EstruturaDoc, type RunDoc } from './doc-estrutura.js';
import { NumeracaoDoc, P_ILFO, P_ILVL } from './doc-numeracao.js';
import type { Bloco } from './paginate.js';
import { alignColunas, type LinhaRtf } from './rtf-tabela.js';
import { isFonteDeSimbolos, toSimbolo } from './simbolos.js';

interface PropsCaractere {
  readonly oculto: boolean;
  readonly fonte: string;
  /** The symbol that stands for a "(" marked as special. */
  readonly simbolo: string | null;
}
interface PropsParagrafo {
  naTabela: boolean;
  fimDeLinha: boolean;
  quebraAntes: boolean;
  ilfo: number | null;
  ilvl: number | null;
  bordas: number[];
}

const FONTES = 15;
const NOTAS = [2, 3] as const;
const NOTAS_FINAIS = [46, 47] as const;
const CELULA = '\u0007';
const ESPECIAL = '(';
const CAMPO = '\u0013';
const RESULTADO = '\u0014';
const FIM_DE_CAMPO = '\u0015';
/** Fields in fields. */
const MAX_CAMPOS = 50;
/** Word's own characters that are shown otherwise. */
const OUTROS: Readonly<Record<string, string>> = { '\u000b': '\n', '\u001e': '-', '\u001f': '', '\u0002': '', '\u0001': '', '\u0005': '', '\u0008': '', '\u0003': '', '\u0004': '' };

/** Ranges of the text as paragraphs and table rows, with the numbers Word generates. */
export class TextoDoc {
  private readonly numeracao: NumeracaoDoc;
  private readonly fontes: readonly string[];
  private readonly deCaractere = new Map<Buffer, PropsCaractere>();
  private readonly notas = new Map<number, readonly [number, number]>();

  constructor(private readonly doc: EstruturaDoc) {
    this.restam = doc.word.length * 2;
    this.numeracao = new NumeracaoDoc(doc);
    this.fontes = readFontes(doc.structure(FONTES));
    const { corpo, notas, margens, comentarios } = doc.partes;
    this.readNotas(NOTAS, corpo);
    this.readNotas(NOTAS_FINAIS, corpo + notas + margens + comentarios);
  }

  /** Blocks of the characters from `inicio` to `fim`. */
  read(inicio: number, fim: number, naNota = false): Bloco[] {
    const saida: (Bloco | LinhaRtf)[] = [];
    const campos: boolean[] = [];
    let texto = '';
    let celula = '';
    let celulas: string[] | null = null;
    let notas: Bloco[] = [];
    const endParagrafo = (fc: number, marca: string): void => {
      const p = this.propsDeParagrafo(fc);
      const numerado = this.numbered(texto, p, fc);
      texto = '';
      if (marca === CELULA && p.fimDeLinha) {
        if (celulas?.some((c) => c.trim())) saida.push({ celulas, bordas: p.bordas, quebraAntes: p.quebraAntes });
        celulas = null;
      } else if (marca === CELULA) {
        (celulas ??= []).push(celula + numerado);
        celula = '';
      } else if (p.naTabela) {
        celula += `${numerado} `;
        return;
      } else numerado.split('\n').forEach((linha, i) => linha.trim() && saida.push({ celulas: linha.split(/\t+/), paragrafo: i === 0, quebraAntes: (i === 0 && p.quebraAntes) || this.quebra }));
      if (numerado.trim()) this.quebra = false;
      if (marca === '\f') this.quebra = true;
      saida.push(...notas);
      notas = [];
    };
    this.walk(inicio, fim, (c, cp, fc, props) => {
      if (c === CAMPO) {
        if (campos.length < MAX_CAMPOS) campos.push(true);
      } else if (c === RESULTADO) campos.splice(-1, 1, false);
      else if (c === FIM_DE_CAMPO) campos.pop();
      else if (c === '\r' || c === CELULA || c === '\f') endParagrafo(fc, c);
      else if (!props.oculto && !campos.includes(true)) {
        const nota = c === '\u0002' && !naNota ? this.notas.get(cp) : undefined;
        if (nota) notas.push(...this.read(...nota, true));
        texto += this.shown(c, props);
      }
    });
    if (texto.trim()) saida.push({ celulas: texto.split(/\t+/), paragrafo: true });
    return alignColunas(saida);
  }

  private quebra = false;
  /** Pieces may be made to overlap: no honest file has more text than it has bytes, notes counted twice. */
  private restam: number;

  private numbered(texto: string, p: PropsParagrafo, fc: number): string {
    if (p.fimDeLinha) return texto;
    const rotulo = this.numeracao.rotulo(findRun(this.doc.paragrafos, fc)?.estilo ?? 0, p.ilfo, p.ilvl);
    return rotulo && texto.trim() ? `${rotulo} ${texto.trimStart()}` : texto;
  }

  private shown(c: string, { simbolo, fonte }: PropsCaractere): string {
    if (simbolo !== null && c === ESPECIAL) return simbolo;
    if (fonte && c.trim()) return toSimbolo(fonte, c.charCodeAt(0));
    return OUTROS[c] ?? c;
  }

  private walk(inicio: number, fim: number, each: (c: string, cp: number, fc: number, props: PropsCaractere) => void): void {
    const { pecas, word, caracteres } = this.doc;
    for (const p of pecas) {
      const ate = Math.min(p.fim, fim);
      let run: RunDoc | undefined;
      for (let cp = Math.max(p.cp, inicio); cp < ate; cp++) {
        const fc = p.fc + (cp - p.cp) * p.largura;
        if (fc + p.largura > word.length || this.restam-- <= 0) return;
        if (!run || fc >= run.fim || fc < run.inicio) run = findRun(caracteres, fc);
        const c = p.largura === 2 ? String.fromCharCode(word.readUInt16LE(fc)) : WINDOWS_1252[word[fc]!]!;
        each(c, cp, fc, this.propsDe(run));
      }
    }
  }

  private propsDe(run: RunDoc | undefined): PropsCaractere {
    if (!run) return VISIVEL;
    let props = this.deCaractere.get(run.sprms);
    if (!props) this.deCaractere.set(run.sprms, (props = this.readPropsCaractere(run.sprms)));
    return props;
  }

  private readPropsCaractere(sprms: Buffer): PropsCaractere {
    let oculto = false;
    let fonte = '';
    let simbolo: string | null = null;
    for (const [codigo, v] of listSprms(sprms)) {
      // Deleted, hidden, struck through, twice struck through.
      if (codigo === 0x0800 || codigo === 0x083c || codigo === 0x0837 || codigo === 0x2a53) oculto ||= v[0] === 1 || v[0] === 0x81;
      else if (codigo === 0x4a4f) fonte = this.fontes[v.readUInt16LE(0)] ?? '';
      else if (codigo === 0x6a09) simbolo = toSimbolo(this.fontes[v.readUInt16LE(0)] ?? '', v.readUInt16LE(2));
    }
    return { oculto, fonte: isFonteDeSimbolos(fonte) ? fonte : '', simbolo };
  }

  private propsDeParagrafo(fc: number): PropsParagrafo {
    const p: PropsParagrafo = { naTabela: false, fimDeLinha: false, quebraAntes: false, ilfo: null, ilvl: null, bordas: [] };
    const run = findRun(this.doc.paragrafos, fc);
    if (run) this.applySprms(p, run.sprms, 0);
    return p;
  }

  private applySprms(p: PropsParagrafo, sprms: Buffer, nivel: number): void {
    for (const [codigo, v] of listSprms(sprms)) {
      if (codigo === 0x2416) p.naTabela = v[0] === 1;
      else if (codigo === 0x2417) p.fimDeLinha = v[0] === 1;
      else if (codigo === 0x2407) p.quebraAntes = v[0] === 1;
      else if (codigo === P_ILFO) p.ilfo = v.readUInt16LE(0);
      else if (codigo === P_ILVL) p.ilvl = v[0]!;
      else if (codigo === 0xd608) p.bordas = readBordas(v);
      // Properties too long for their page lie in the data stream.
      else if ((codigo === 0x6646 || codigo === 0x646b) && nivel === 0) {
        const i = v.readUInt32LE(0);
        if (i + 2 <= this.doc.dados.length) this.applySprms(p, this.doc.dados.subarray(i + 2, i + 2 + this.doc.dados.readUInt16LE(i)), 1);
      }
    }
  }

  /** Character that refers to a note → range of its text. */
  private readNotas([refs, textos]: readonly [number, number], base: number): void {
    const r = this.doc.structure(refs);
    const t = this.doc.structure(textos);
    const total = Math.min(Math.floor((r.length - 4) / 6), Math.floor(t.length / 4) - 1);
    for (let i = 0; i < total; i++) this.notas.set(r.readUInt32LE(i * 4), [base + t.readUInt32LE(i * 4), base + t.readUInt32LE(i * 4 + 4)]);
  }
}

const VISIVEL: PropsCaractere = { oculto: false, fonte: '', simbolo: null };
const WINDOWS_1252 = Array.from(new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i)));

/** Right edges of the cells of a row, in twips. */
function readBordas(v: Buffer): number[] {
  const total = Math.min(v[0] ?? 0, 64);
  return v.length < 3 + total * 2 ? [] : Array.from({ length: total }, (_, i) => v.readInt16LE(3 + i * 2));
}

/** Names of the fonts, by index. */
function readFontes(b: Buffer): string[] {
  const nomes: string[] = [];
  if (b.length < 4) return nomes;
  const total = Math.min(b.readUInt16LE(0), 1000);
  for (let i = 4; nomes.length < total && i + 41 < b.length; i += 1 + b[i]!) nomes.push(b.toString('utf16le', i + 40, i + 1 + b[i]!).split('\0')[0]!);
  return nomes;
}
