import { endianness } from 'node:os';

const BYTES = 4;
const POUCO_PRIMEIRO = endianness() === 'LE';

/** A vector as it is kept: float32, little-endian. */
export function toBytes(vetor: Float32Array): Buffer {
  const bytes = Buffer.from(new Float32Array(vetor).buffer);
  return POUCO_PRIMEIRO ? bytes : bytes.swap32();
}

/** Writes the bytes of one kept vector as numbers, from a position on. */
export function writeNumeros(destino: Float32Array, posicao: number, bytes: Uint8Array): void {
  const alvo = Buffer.from(destino.buffer, destino.byteOffset + posicao * BYTES, bytes.length);
  alvo.set(bytes);
  if (!POUCO_PRIMEIRO) alvo.swap32();
}

/** One kept vector. */
export function fromBytes(bytes: Uint8Array): Float32Array {
  const vetor = new Float32Array(bytes.length / BYTES);
  writeNumeros(vetor, 0, bytes);
  return vetor;
}
