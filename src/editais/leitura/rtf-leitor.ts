import { decodeBytes } from '../reunir/decode-nome.js';

/** What an RTF is made of, told in order. */
export interface OuvinteRtf {
  open(): void;
  close(): void;
  /** A control word ("par"), with its number when it has one. */
  word(palavra: string, numero: number | null): void;
  /** A control symbol: "~", "*", "_". */
  symbol(simbolo: string): void;
  /** Bytes of text, in the code page of the moment. */
  bytes(bytes: Buffer): void;
}

const BARRA = 0x5c;
const ABRE = 0x7b;
const FECHA = 0x7d;
const APOSTROFO = 0x27;
const CR = 13;
const LF = 10;

/** Goes through an RTF once, without a tree; what is broken is read as far as it goes. `\binN` bytes are passed over. */
export function walkRtf(b: Buffer, o: OuvinteRtf): void {
  let i = 0;
  let inicio = 0;
  const flush = (fim: number): void => {
    if (fim > inicio) o.bytes(b.subarray(inicio, fim));
  };
  while (i < b.length) {
    const c = b[i]!;
    if (c !== BARRA && c !== ABRE && c !== FECHA && c !== CR && c !== LF) {
      i++;
      continue;
    }
    flush(i);
    if (c === BARRA) i = readControle(b, i, o);
    else {
      if (c === ABRE) o.open();
      else if (c === FECHA) o.close();
      i++;
    }
    inicio = i;
  }
  flush(b.length);
}

/** The control at the backslash `i`; where the text goes on. */
function readControle(b: Buffer, i: number, o: OuvinteRtf): number {
  const c = b[i + 1] ?? 0;
  if (!isLetra(c)) {
    if (c === APOSTROFO) {
      const codigo = Number.parseInt(b.toString('latin1', i + 2, i + 4), 16);
      if (!Number.isNaN(codigo)) o.bytes(Buffer.from([codigo]));
      return Math.min(i + 4, b.length);
    }
    if (c === CR || c === LF) o.word('par', null);
    else o.symbol(String.fromCharCode(c));
    return i + 2;
  }
  let fim = i + 1;
  while (fim < b.length && fim - i < 40 && isLetra(b[fim]!)) fim++;
  const palavra = b.toString('latin1', i + 1, fim);
  const m = /^-?\d{1,10}/.exec(b.toString('latin1', fim, fim + 11));
  const numero = m ? Number(m[0]) : null;
  fim += m?.[0].length ?? 0;
  if (b[fim] === 0x20) fim++;
  if (palavra === 'bin') return Math.min(b.length, fim + Math.max(0, numero ?? 0));
  o.word(palavra, numero);
  return fim;
}

const isLetra = (c: number): boolean => (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a);

type Decodificador = InstanceType<typeof TextDecoder>;
/** Decoders by code page; those of DOS are tried as names are. */
const decodificadores = new Map<number, Decodificador | null>();

/** Bytes of a code page (\ansicpg, \fcharset) as text. */
export function decodePagina(bytes: Buffer, pagina: number): string {
  let d = decodificadores.get(pagina);
  if (d === undefined) decodificadores.set(pagina, (d = openDecoder(pagina)));
  return d ? d.decode(bytes) : decodeBytes(bytes);
}

function openDecoder(pagina: number): Decodificador | null {
  const nome = { 65001: 'utf-8', 10000: 'macintosh', 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 874: 'windows-874' }[pagina] ?? (pagina >= 1250 && pagina <= 1258 ? `windows-${pagina}` : null);
  if (nome !== null) return new TextDecoder(nome);
  return pagina === 437 || pagina === 850 ? null : new TextDecoder('windows-1252');
}

/** Code page of a font's character set; null: that of the document. */
export const paginaDoCharset = (charset: number): number | null =>
  ({ 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 255: 850 })[charset] ?? null;
