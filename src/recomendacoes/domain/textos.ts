/** For whom a tender is kept. */
export const RESERVAS = ['', 'agricultura_familiar', 'mei', 'pessoa_fisica'] as const;
export type Reserva = (typeof RESERVAS)[number];

/** Tenders in flat arrays: one tender or many, each in its own stretches (`Faixas`). */
export interface Textos {
  /** Class of each mention of the object, its nature (place in NATUREZAS) and its weight × 255. */
  readonly ramos: Uint16Array;
  readonly naturezas: Uint8Array;
  readonly pesos: Uint8Array;
  /** Words of the object (terms of 32 bits), each once, in order of first appearance. */
  readonly palavras: Uint32Array;
  readonly pesosPalavras: Uint8Array;
  readonly naturezasPalavras: Uint8Array;
  /** Classes of the items, and the share of items that name each, × 255. */
  readonly ramosItens: Uint16Array;
  readonly naturezasItens: Uint8Array;
  readonly partesItens: Uint8Array;
}

/** Where one tender lies in the arrays. */
export interface Faixas {
  readonly ramosDe: number;
  readonly ramosAte: number;
  readonly palavrasDe: number;
  readonly palavrasAte: number;
  readonly itensDe: number;
  readonly itensAte: number;
  /** Place in RESERVAS. */
  readonly reserva: number;
}

/** One tender ready to be matched: the arrays are its alone. */
export type TextoCompilado = Textos & Faixas;

const VERSAO = 2;

/** As bytes, to be stored: some 150 for a usual object. */
export function packTexto(t: TextoCompilado): Uint8Array {
  const n = [t.ramos.length, t.palavras.length, t.ramosItens.length] as const;
  const bytes = new Uint8Array(5 + n[0] * 4 + n[1] * 6 + n[2] * 4);
  const v = new DataView(bytes.buffer);
  [VERSAO, t.reserva, ...n].forEach((x, i) => v.setUint8(i, x));
  let o = 5;
  for (let i = 0; i < n[0]; i++, o += 4) put(v, o, t.ramos[i]!, t.naturezas[i]!, t.pesos[i]!);
  for (let i = 0; i < n[1]; i++, o += 6) {
    v.setUint32(o, t.palavras[i]!, true);
    v.setUint8(o + 4, t.pesosPalavras[i]!);
    v.setUint8(o + 5, t.naturezasPalavras[i]!);
  }
  for (let i = 0; i < n[2]; i++, o += 4) put(v, o, t.ramosItens[i]!, t.naturezasItens[i]!, t.partesItens[i]!);
  return bytes;
}

function put(v: DataView, o: number, ramo: number, natureza: number, peso: number): void {
  v.setUint16(o, ramo, true);
  v.setUint8(o + 2, natureza);
  v.setUint8(o + 3, peso);
}

/** Reads what `packTexto` wrote. @throws RangeError when it is cut or of another version */
export function unpackTexto(bytes: Uint8Array): TextoCompilado {
  const v = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [versao, reserva, r, p, i] = [0, 1, 2, 3, 4].map((k) => (k < bytes.length ? v.getUint8(k) : -1)) as [number, number, number, number, number];
  if (versao !== VERSAO || bytes.length !== 5 + r * 4 + p * 6 + i * 4) throw new RangeError('texto compilado de outra versão ou cortado');
  const palavras = 5 + r * 4;
  const itens = palavras + p * 6;
  const de = (n: number, inicio: number, passo: number, ler: (o: number) => number): number[] => Array.from({ length: n }, (_, k) => ler(inicio + k * passo));
  const u8 = (o: number): number => v.getUint8(o);
  return withFaixas({
    ramos: Uint16Array.from(de(r, 5, 4, (o) => v.getUint16(o, true))), naturezas: Uint8Array.from(de(r, 7, 4, u8)), pesos: Uint8Array.from(de(r, 8, 4, u8)),
    palavras: Uint32Array.from(de(p, palavras, 6, (o) => v.getUint32(o, true))), pesosPalavras: Uint8Array.from(de(p, palavras + 4, 6, u8)), naturezasPalavras: Uint8Array.from(de(p, palavras + 5, 6, u8)),
    ramosItens: Uint16Array.from(de(i, itens, 4, (o) => v.getUint16(o, true))), naturezasItens: Uint8Array.from(de(i, itens + 2, 4, u8)), partesItens: Uint8Array.from(de(i, itens + 3, 4, u8)),
  }, reserva);
}

/** Arrays of one tender, with the stretches that cover them whole. */
export const withFaixas = (t: Textos, reserva: number): TextoCompilado => ({ ...t, ramosDe: 0, ramosAte: t.ramos.length, palavrasDe: 0, palavrasAte: t.palavras.length, itensDe: 0, itensAte: t.ramosItens.length, reserva });
