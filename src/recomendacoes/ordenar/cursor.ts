import { compareOrdenadas, type Ordenada } from './ordenar.js';

/** Where a page ended: the moment the list was made for, the last of it, and what was asked. */
export interface Cursor {
  /** Seconds. */
  readonly agora: number;
  readonly centesimos: number;
  readonly desempate: number;
  /** 32 bits that name company, filters and order. */
  readonly pedido: number;
}

const ALFABETO = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PREFIXO = 'rec_';
const LETRAS = 26;
const CAMPOS = [['agora', 40n], ['centesimos', 14n], ['desempate', 40n], ['pedido', 32n]] as const;

/** As the other cursors of the API look: a prefix and 26 letters. */
export function writeCursor(cursor: Cursor): string {
  let n = CAMPOS.reduce((soma, [campo, bits]) => (soma << bits) | BigInt(cursor[campo]), 0n);
  let texto = '';
  for (let i = 0; i < LETRAS; i++, n >>= 5n) texto = ALFABETO[Number(n & 31n)]! + texto;
  return PREFIXO + texto;
}

/** Null when it is none of ours. */
export function readCursor(texto: string): Cursor | null {
  let n = 0n;
  for (const letra of texto.slice(PREFIXO.length)) {
    const valor = ALFABETO.indexOf(letra);
    if (valor < 0) return null;
    n = (n << 5n) | BigInt(valor);
  }
  const lido: Record<string, number> = {};
  for (const [campo, bits] of [...CAMPOS].reverse()) {
    lido[campo] = Number(n & ((1n << bits) - 1n));
    n >>= bits;
  }
  return n === 0n ? (lido as unknown as Cursor) : null;
}

/** What comes after a cursor, and how much of it a page takes. */
export function pageOf(itens: readonly Ordenada[], cursor: Pick<Cursor, 'centesimos' | 'desempate'> | null, limite: number): { readonly pagina: readonly Ordenada[]; readonly haMais: boolean } {
  const inicio = cursor === null ? 0 : itens.findIndex((i) => compareOrdenadas(i, cursor) > 0);
  if (inicio < 0) return { pagina: [], haMais: false };
  return { pagina: itens.slice(inicio, inicio + limite), haMais: itens.length > inicio + limite };
}
