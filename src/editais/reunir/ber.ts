/** One element of BER (ITU X.690): where its content lies. `fim` null: of indefinite length, ended by two zero bytes. */
export interface Elemento {
  readonly classeETag: number;
  readonly composto: boolean;
  readonly inicio: number;
  readonly fim: number | null;
}

const COMPOSTO = 0x20;
const MAX_NIVEIS = 32;
const MAX_FILHOS = 100_000;

/** Told as ours, and not by Node's own check, whose error is of another realm under the tests. @throws RangeError */
function need(b: Buffer, i: number, bytes: number): void {
  if (i < 0 || i + bytes > b.length) throw new RangeError('truncated');
}

/** The element at `i`. @throws RangeError when it goes past the bytes */
export function readElemento(b: Buffer, i: number): Elemento {
  need(b, i, 2);
  const cabeca = b.readUInt8(i);
  if ((cabeca & 0x1f) === 0x1f) throw new RangeError('long tag');
  const curto = b.readUInt8(i + 1);
  const base = { classeETag: cabeca & ~COMPOSTO, composto: (cabeca & COMPOSTO) !== 0 };
  if (curto === 0x80) return { ...base, inicio: i + 2, fim: null };
  const bytes = curto & 0x80 ? curto & 0x7f : 0;
  if (bytes > 5) throw new RangeError('long length');
  need(b, i + 2, bytes);
  const inicio = i + 2 + bytes;
  const fim = inicio + (bytes ? b.readUIntBE(i + 2, bytes) : curto);
  if (fim > b.length) throw new RangeError('truncated');
  return { ...base, inicio, fim };
}

/** The elements inside a constructed one, in order. @throws RangeError */
export function* childrenOf(b: Buffer, e: Elemento, nivel = 0): Generator<Elemento> {
  if (nivel > MAX_NIVEIS) throw new RangeError('too deep');
  let i = e.inicio;
  for (let n = 0; n < MAX_FILHOS; n++) {
    if (e.fim === null) need(b, i, 2);
    if (e.fim === null ? b.readUInt16BE(i) === 0 : i >= e.fim) return;
    const filho = readElemento(b, i);
    yield filho;
    i = endOf(b, filho, nivel + 1);
  }
  throw new RangeError('too many elements');
}

/** Where the next element begins. */
function endOf(b: Buffer, e: Elemento, nivel: number): number {
  if (e.fim !== null) return e.fim;
  let fim = e.inicio;
  for (const filho of childrenOf(b, e, nivel)) fim = endOf(b, filho, nivel + 1);
  return fim + 2;
}

/** The bytes of an OCTET STRING, joined when it came in pieces. */
export function octetsOf(b: Buffer, e: Elemento): Buffer {
  if (!e.composto) return b.subarray(e.inicio, e.fim ?? e.inicio);
  return Buffer.concat([...childrenOf(b, e)].map((filho) => octetsOf(b, filho)));
}
