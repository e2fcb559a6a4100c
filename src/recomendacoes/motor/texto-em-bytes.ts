import type { TextoCompilado } from '../index.js';

/** Rises when the layout changes: texts kept in another are made again. */
export const VERSAO_BYTES = 1;
const CABECALHO = 8;
const RESERVAS: readonly TextoCompilado['reserva'][] = ['', 'agricultura_familiar', 'mei', 'pessoa_fisica'];

/**
 * A compiled text in one block, a multiple of 4 bytes, so that blocks laid end to end can be looked at in place:
 * counts (mentions, words, classes of items), the reservation, words (4 bytes each), classes (2), then single bytes.
 */
export function packTexto(t: TextoCompilado): Uint8Array {
  const { bytes, total } = layoutOf(t.ramos.length, t.palavras.length, t.ramosItens.length);
  const bloco = new Uint8Array(total);
  const cabecalho = new DataView(bloco.buffer);
  cabecalho.setUint8(0, t.ramos.length);
  cabecalho.setUint8(1, t.palavras.length);
  cabecalho.setUint8(2, t.ramosItens.length);
  cabecalho.setUint8(3, RESERVAS.indexOf(t.reserva));
  cabecalho.setUint32(4, total, true);
  let i = CABECALHO;
  for (const palavras of [t.palavras, t.ramos, t.ramosItens]) {
    bloco.set(new Uint8Array(palavras.buffer, palavras.byteOffset, palavras.byteLength), i);
    i += palavras.byteLength;
  }
  i = bytes;
  for (const parte of [t.naturezas, t.pesos, t.pesosPalavras, t.naturezasPalavras, t.naturezasItens, t.partesItens]) {
    bloco.set(parte, i);
    i += parte.length;
  }
  return bloco;
}

/** Looks at a block without copying it; `inicio` must be a multiple of 4 in the underlying buffer. */
export function viewTexto(buffer: ArrayBufferLike, inicio: number): TextoCompilado {
  const cabecalho = new Uint8Array(buffer, inicio, 4);
  const [n, p, it, reserva] = [cabecalho[0]!, cabecalho[1]!, cabecalho[2]!, cabecalho[3]!];
  const palavrasEm = inicio + CABECALHO;
  const ramosEm = palavrasEm + p * 4;
  let i = inicio + layoutOf(n, p, it).bytes;
  const next = (tamanho: number): Uint8Array => new Uint8Array(buffer, (i += tamanho) - tamanho, tamanho);
  return {
    palavras: new Uint32Array(buffer, palavrasEm, p), ramos: new Uint16Array(buffer, ramosEm, n), ramosItens: new Uint16Array(buffer, ramosEm + n * 2, it),
    naturezas: next(n), pesos: next(n), pesosPalavras: next(p), naturezasPalavras: next(p), naturezasItens: next(it), partesItens: next(it), reserva: RESERVAS[reserva] ?? '',
  } as TextoCompilado;
}

const layoutOf = (ramos: number, palavras: number, itens: number): { readonly bytes: number; readonly total: number } => {
  const bytes = CABECALHO + palavras * 4 + (ramos + itens) * 2;
  const total = bytes + ramos * 2 + palavras * 2 + itens * 2;
  return { bytes, total: (total + 3) & ~3 };
};
